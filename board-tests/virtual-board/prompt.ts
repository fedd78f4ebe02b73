// The prompt on the USB serial port: MicroPython's own for people, and the raw one that mpremote works through
// (MicroPython's documentation, "The MicroPython Interactive Interpreter Mode": raw mode and raw-paste mode).
import { isPythonError, tracebackOf, type Vm } from "../../transpiler/src/vm/index.ts";

/** Ctrl-A to Ctrl-E. */
const [RAW, FRIENDLY, INTERRUPT, END, PASTE] = [1, 2, 3, 4, 5] as const;
const NO_INTERRUPT = -1;
/** A paste is acknowledged each time so many bytes were taken. */
const WINDOW_BYTES = 256;
/** pyexec.h: the prompt was left by Ctrl-D, or by SystemExit. */
const FORCED_EXIT = 0x100;

export interface PromptParts {
  readonly vm: Vm;
  /** The next byte that was typed; waits for it. */
  read(): number;
  write(text: string | Uint8Array): void;
  /** The byte that interrupts what runs; -1 none. */
  setInterrupt(byte: number): void;
  /** Ends the session; the next one begins at the raw prompt, without main.py. */
  softReset(raw: boolean): never;
}

export class Prompt {
  constructor(private readonly parts: PromptParts) {}

  run(startsRaw: boolean): never {
    // While it waits for what is typed, Ctrl-C is a byte like others.
    this.parts.setInterrupt(NO_INTERRUPT);
    const first = startsRaw ? RAW : this.parts.read();
    // It greets whoever types: before that, what it says is in nobody's log.
    if (first !== RAW) this.friendly(first);
    for (;;) {
      this.raw();
      this.friendly();
    }
  }

  /** Until Ctrl-A. */
  private friendly(first?: number): void {
    const { vm, read, softReset } = this.parts;
    vm.callC("mp_js_repl_init");
    for (let byte = first ?? read(); byte !== RAW; byte = read()) {
      if (vm.callC("mp_js_repl_process_char", byte) & FORCED_EXIT) softReset(false);
    }
  }

  /** Until Ctrl-B. */
  private raw(): void {
    const { read, write, softReset } = this.parts;
    let line: number[] = [];
    write("raw REPL; CTRL-B to exit\r\n>");
    for (;;) {
      const byte = read();
      if (byte === FRIENDLY) return write("\r\n");
      if (byte === RAW && line[0] === PASTE && line.length === 2) this.answerPaste(line[1] as number);
      else if (byte === RAW) write("raw REPL; CTRL-B to exit\r\n>");
      else if (byte === END && line.length === 0) {
        write("OK");
        softReset(true);
      } else if (byte === END) {
        write("OK");
        this.execute(line);
      }
      if (byte === RAW || byte === INTERRUPT || byte === END) line = [];
      else line.push(byte);
    }
  }

  /** Ctrl-E A Ctrl-A asks for raw-paste mode; there is no other. */
  private answerPaste(kind: number): void {
    const { read, write } = this.parts;
    if (kind !== "A".charCodeAt(0)) return write(Uint8Array.of(0x52, 0));
    write(Uint8Array.of(0x52, 1, WINDOW_BYTES & 0xff, WINDOW_BYTES >> 8, 1));
    const code: number[] = [];
    for (let byte = read(); byte !== END; byte = read()) {
      if (byte === INTERRUPT) return write(Uint8Array.of(END));
      code.push(byte);
      if (code.length % WINDOW_BYTES === 0) write(Uint8Array.of(1));
    }
    write(Uint8Array.of(END));
    this.execute(code);
  }

  /** What the code prints, Ctrl-D, its traceback, Ctrl-D. */
  private execute(code: readonly number[]): void {
    const { vm, write, softReset, setInterrupt } = this.parts;
    let traceback = "";
    try {
      setInterrupt(INTERRUPT);
      vm.runPython(new TextDecoder().decode(Uint8Array.from(code)));
    } catch (error) {
      if (!isPythonError(error)) throw error;
      if (error.type === "SystemExit") softReset(true);
      traceback = tracebackOf(error);
    }
    setInterrupt(NO_INTERRUPT);
    write(Uint8Array.of(END));
    write(traceback);
    write(Uint8Array.of(END, ">".charCodeAt(0)));
  }
}
