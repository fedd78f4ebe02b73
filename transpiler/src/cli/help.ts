// The text of --help: everything that the command takes, and how it ends.

export const HELP = `ts2mpy: compiles a subset of TypeScript to MicroPython. What it accepts behaves as in Node;
what it cannot prove is refused, with the place and what to write instead. No tsconfig is read.

  ts2mpy check FILE.ts…               says what is refused in these files and all that they import
  ts2mpy build ENTRY.ts --out DIR     writes DIR/main.py and the program's modules below DIR/app/
  ts2mpy run ENTRY.ts                 compiles, and runs on the MicroPython VM with the heap of a Pico W
  ts2mpy explain FILE.ts[:LINE]       says what is proven of each value, what that saves, and where the program may stop
  ts2mpy trace [LOG]                  rewrites the tracebacks in LOG (or stdin) to TypeScript lines and functions

Options
  --out DIR        build: where the device's files go; what else lies there stays. Copy it to the board as it is.
  --maps DIR       build: also write source maps, DIR/app/inbox.py.map for app/inbox.py. The board never needs them.
                   trace: where they are, dist/maps unless given; with a folder for each build id, the log says which.
  --entry FILE     explain: the entry of the program that FILE.ts belongs to, unless it is FILE.ts itself.
  --package NAME   build, run: the Python package of the modules, instead of app.
  --ambient DIR    a folder of .d.ts files that declare further modules of the device; may be given more than once.
  --noUncheckedIndexedAccess
                   array[i] may be undefined, as TypeScript's option of that name says.
  --native         build: functions with @native and @viper become machine code; give mpy-cross -march=armv6m for a Pico.
  --pretty         show the source under each error, as is done anyway on a terminal; --pretty false never does.
  --json           check, build, run: the errors as one line of JSON, as docs/language.md describes it.
  --stack          of a failure of the compiler itself, show where in it.
  --help           this text.

Exit codes: 0 done, 1 refused (errors on stdout), 2 failed at run time (traceback in TypeScript lines on stderr) or
a wrong command line, 3 a failure of the compiler itself.
`;
