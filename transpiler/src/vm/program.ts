// One program on one fresh VM in this thread: its files, its clock, its output, its end.
import { heapSizeFor, PICO_W_FREE_BYTES } from "./heap-size.ts";
import { loadVm, type Vm } from "./load.ts";
import type { VmLocation } from "./location.ts";
import { ProgramClock } from "./program-clock.ts";
import { exitCodeOf, isPythonError, tracebackOf } from "./python-error.ts";
import { seededRandom } from "./random.ts";

/** A program to run; plain data, as it goes to a worker. */
export interface Program {
  /** Files by their path on the device, without a slash at the start: 'main.py', 'gateway/app.mpy'. */
  files: Record<string, string | Uint8Array>;
  /** The file that is run; main.py when not said. */
  main?: string;
  /** Bytes free on the heap when the program starts; those of a Pico W when not said. */
  heapBytes?: number;
  /** 'virtual': sleeping costs nothing and the clock jumps. 'real': it sleeps. Virtual when not said. */
  time?: "virtual" | "real";
  /** Seed of the random module and what else is random; 1 when not said. */
  seed?: number;
}

export interface ProgramEnd {
  /** MicroPython's traceback, or null for a program that ran to its end or left by SystemExit. */
  error: string | null;
  /** 0, the number given to sys.exit, or 1 after an exception. */
  exitCode: number;
}

const FLASH = "/flash";

/** Bytes that the preparation below leaves on the heap. */
const PREPARED_BYTES = 1_344;

/** Hides Emscripten's folders behind the program's own, and takes time from our clock. */
const PREPARE = `
import sys, vfs, time, gc, _host
for _name in ('ticks_ms', 'ticks_us', 'sleep', 'sleep_ms', 'sleep_us', 'time'):
    setattr(time, _name, getattr(_host, _name))
sys.modules['utime'] = time
del sys.modules['_host'], _host, _name, time
vfs.umount('/')
vfs.mount(vfs.VfsPosix('${FLASH}'), '/')
sys.path[:] = ['', '.frozen', '/lib']
del vfs, sys
gc.collect()
del gc
`;

/** Runs a program to its end. A program that never ends never returns: run it in a worker (run.ts). */
export async function runProgram(
  program: Program,
  location: VmLocation | undefined,
  stdout: (bytes: Uint8Array) => void,
): Promise<ProgramEnd> {
  const clock = new ProgramClock(program.time ?? "virtual");
  const vm = await loadVm({
    ...(location ? { location } : {}),
    heapSize: heapSizeFor(program.heapBytes ?? PICO_W_FREE_BYTES, PREPARED_BYTES),
    hooks: {
      ticksMs: () => clock.ticksMs(),
      timeMs: () => clock.timeMs(),
      randomU32: seededRandom(program.seed ?? 1),
      stdout,
      stdin: () => null,
    },
  });
  writeFiles(vm, program.files);
  vm.registerModule("_host", clock.pythonFunctions());
  vm.runPython(PREPARE);
  vm.fs.chdir(FLASH);
  return runMain(vm, program.main ?? "main.py");
}

function writeFiles(vm: Vm, files: Record<string, string | Uint8Array>): void {
  vm.fs.mkdir(FLASH);
  const folders = new Set<string>();
  for (const [name, contents] of Object.entries(files)) {
    makeFolders(vm, name, folders);
    vm.fs.writeFile(`${FLASH}/${name}`, contents);
  }
}

function makeFolders(vm: Vm, name: string, made: Set<string>): void {
  const parts = name.split("/").slice(0, -1);
  for (let length = 1; length <= parts.length; length++) {
    const folder = parts.slice(0, length).join("/");
    if (made.has(folder)) continue;
    vm.fs.mkdir(`${FLASH}/${folder}`);
    made.add(folder);
  }
}

function runMain(vm: Vm, main: string): ProgramEnd {
  const start = main.endsWith(".mpy")
    ? `import ${main.slice(0, -4).replaceAll("/", ".")}`
    : `execfile(${JSON.stringify(main)})`;
  try {
    vm.runPython(start);
    return { error: null, exitCode: 0 };
  } catch (error) {
    if (!isPythonError(error)) return { error: vmCrash(error), exitCode: 1 };
    if (error.type === "SystemExit") return { error: null, exitCode: exitCodeOf(error) };
    return { error: tracebackOf(error), exitCode: exitCodeOf(error) };
  }
}

/** Not an exception of the program but of the VM itself, which is then no longer usable. */
function vmCrash(error: unknown): string {
  return `the VM broke down: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
