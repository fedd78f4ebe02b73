// One run of the board from its start to its end: a fresh VM with the board's modules, boot.py, main.py, the prompt.
import {
  type FileStream,
  heapSizeFor,
  isPythonError,
  loadVm,
  PICO_W_FREE_BYTES,
  type PythonError,
  stackLimitFor,
  tracebackOf,
  type Vm,
  type VmDepth,
} from "../../transpiler/src/vm/index.ts";
import { type BridgeFunctions, VmMemory } from "./bridge.ts";
import type { SimClock } from "./clock.ts";
import type { Flash } from "./flash.ts";
import { FlashFileSystem } from "./flash-file-system.ts";
import type { Profiler } from "./profiler.ts";
import { Prompt } from "./prompt.ts";
import { SessionEnd } from "./session-end.ts";
import type { WorkerSetup } from "./worker-setup.ts";

/** Bytes of heap that the shims, the VM itself and the names of a board's modules take; a board has them in flash. A test checks the sum. */
const SHIM_BYTES = 37_552;

/** What a loop that never looks at the clock is charged when it is made to look (stall-guard.ts), in virtual ms. */
const STALL_COST_MS = 500;

/** What stands under main.py here and not on a board, where C runs it: it is not the program's. main.py itself counts 1. */
const OUTER: VmDepth = { frames: 1, stackBytes: 560, plainCalls: 1.65 };

/** What interrupts a program, unless it says otherwise. */
const CTRL_C = 3;

const FLASH_FOLDER = "/flash";
const SHIM_FOLDER = "/shims";

export interface SessionParts {
  setup: WorkerSetup;
  clock: SimClock;
  flash: Flash;
  stdin: number[];
  /** Begins at the raw prompt. */
  startsRaw: boolean;
  /** Functions of the bridge for a VM whose memory this is. */
  functions(memory: VmMemory): BridgeFunctions;
  uptimeMs(): number;
  timeMs(): number;
  random(): number;
  stdout(bytes: Uint8Array): void;
  /** The VM is loaded and may be interrupted. */
  onVm(vm: Vm): void;
  profiler: Profiler | undefined;
  /** The program begins: what `vm` executes from now on is the board's work. */
  onStart(vm: Vm): void;
  /** The board's modules are in place; main.py comes next. */
  onBoot(freeBytes: number): void;
  /** True once after the guard found that Python runs without looking at the clock. */
  takeStall(): boolean;
  /** main.py has ended. */
  onPrompt(): void;
}

export class Session {
  private vm: Vm | undefined;
  private started = false;
  private interrupted = false;
  private setInterrupt: ((byte: number) => void) | undefined;
  private callTimer: ((timer: number) => void) | undefined;
  private deepest: VmDepth = { frames: 0, stackBytes: 0, plainCalls: 0 };

  constructor(private readonly parts: SessionParts) {}

  /** Runs until the board ends; resolves with the reason. */
  async run(): Promise<SessionEnd> {
    try {
      this.vm = await this.load();
      this.start(this.vm);
      this.runFiles(this.vm);
      this.parts.onPrompt();
      return this.prompt(this.vm);
    } catch (error) {
      if (error instanceof SessionEnd) return error;
      throw error;
    }
  }

  /**
   * The deepest calls since the start. A module of the board that is Python here and C there (machine, socket …) adds a
   * call or two at the end of a chain: the figure is on the safe side.
   */
  depth(): VmDepth {
    const now = this.vm?.takeDepth();
    if (now) {
      const { frames, stackBytes, plainCalls } = this.deepest;
      this.deepest = {
        frames: Math.max(frames, now.frames - OUTER.frames),
        stackBytes: Math.max(stackBytes, now.stackBytes - OUTER.stackBytes),
        plainCalls: Math.max(plainCalls, now.plainCalls - OUTER.plainCalls),
      };
    }
    return this.deepest;
  }

  /** A timer is due: calls its Python function, as MicroPython's scheduler would. */
  callPython(timer: number): void {
    try {
      this.callTimer?.(timer);
    } catch (error) {
      if (!isPythonError(error)) throw error;
      this.print(tracebackOf(error));
    }
  }

  /** True if `byte` is the character that interrupts, as micropython.kbd_intr() has set it; then it does. */
  interruptBy(byte: number): boolean {
    if (!this.vm || this.vm.callC("mp_hal_get_interrupt_char") !== byte) return false;
    this.vm.callC("mp_sched_keyboard_interrupt");
    this.interrupted = true;
    return true;
  }

  /** True once after an interrupt. */
  takeInterrupt(): boolean {
    const interrupted = this.interrupted;
    this.interrupted = false;
    return interrupted;
  }

  private load(): Promise<Vm> {
    const { setup, clock } = this.parts;
    const { depthMax, heapBytes = PICO_W_FREE_BYTES } = setup.options;
    return loadVm({
      location: setup.location,
      shared: true,
      heapSize: heapSizeFor(heapBytes, SHIM_BYTES),
      ...(depthMax ? { stackLimit: stackLimitFor(depthMax) + OUTER.stackBytes } : {}),
      hooks: {
        ticksMs: () => {
          // A board's start has no shims to import.
          if (this.started) clock.look();
          return this.parts.uptimeMs();
        },
        timeMs: () => this.parts.timeMs(),
        randomU32: () => this.parts.random(),
        stdout: (bytes) => this.parts.stdout(bytes),
        stdin: () => null,
        entered: (codeState) => this.parts.profiler?.enter(codeState),
        left: () => this.parts.profiler?.leave(),
        pending: () => {
          clock.settle();
          if (this.parts.takeStall() && !setup.options.charged) clock.spend(STALL_COST_MS);
        },
      },
    });
  }

  /** Everything before boot.py. */
  private start(vm: Vm): void {
    const { setup, flash, functions, onVm, onBoot, timeMs } = this.parts;
    onVm(vm);
    vm.registerModule("_board", functions(new VmMemory(() => vm)));
    for (const folder of [SHIM_FOLDER, FLASH_FOLDER]) vm.fs.mkdir(folder);
    for (const [name, source] of Object.entries(setup.shims)) vm.fs.writeFile(`${SHIM_FOLDER}/${name}`, source);
    vm.fs.mount(new FlashFileSystem(vm.fs, flash, timeMs), {}, FLASH_FOLDER);
    this.readStdinFrom(vm);
    vm.takeUpSorted(namesIn(Object.values(setup.shims)));
    vm.runPython(setup.shims["_start.py"] ?? "");
    vm.fs.chdir(FLASH_FOLDER);
    this.callTimer = vm.pythonFunction("_call_timer");
    vm.runPython("del _call_timer\nfrom micropython import kbd_intr as _kbd_intr");
    this.setInterrupt = vm.pythonFunction("_kbd_intr");
    vm.runPython("del _kbd_intr");
    this.setInterrupt(CTRL_C);
    vm.learnNamesInFlash();
    const free = freeBytes(vm);
    vm.beginNameTables();
    vm.takeDepth();
    this.started = true;
    this.parts.onStart(vm);
    onBoot(free);
  }

  private runFiles(vm: Vm): void {
    if (this.runFile(vm, "boot.py") && !this.parts.startsRaw) this.runFile(vm, "main.py");
  }

  private prompt(vm: Vm): never {
    const { clock, stdin, startsRaw, stdout } = this.parts;
    return new Prompt({
      vm,
      read: () => {
        clock.wait(Number.POSITIVE_INFINITY, () => stdin.length > 0);
        return stdin.shift() as number;
      },
      write: (text) => stdout(typeof text === "string" ? new TextEncoder().encode(text) : text),
      setInterrupt: (byte) => this.setInterrupt?.(byte),
      softReset: (raw) => {
        this.print("MPY: soft reboot\r\n");
        throw new SessionEnd("soft-reset", raw);
      },
    }).run(startsRaw);
  }

  /** True if the file ran to its end, or there is none. */
  private runFile(vm: Vm, name: string): boolean {
    if (!this.parts.flash.read(name)) return true;
    try {
      vm.runPython(`execfile('${name}')`);
      return true;
    } catch (error) {
      if (!isPythonError(error)) throw error;
      if (error.type === "SystemExit") throw new SessionEnd("soft-reset");
      this.report(error);
      return false;
    }
  }

  private report(error: PythonError): void {
    this.print(tracebackOf(error));
  }

  private print(text: string): void {
    this.parts.stdout(new TextEncoder().encode(text));
  }

  /** Reading standard input waits for the first byte, as on a serial port. */
  private readStdinFrom(vm: Vm): void {
    const { clock, stdin } = this.parts;
    const stream = vm.fs.streams[0] as FileStream;
    stream.stream_ops = {
      ...stream.stream_ops,
      read: (_stream, buffer, offset, length) => {
        clock.wait(Number.POSITIVE_INFINITY, () => stdin.length > 0 || this.takeInterrupt());
        const bytes = stdin.splice(0, length);
        buffer.set(bytes, offset);
        return bytes.length;
      },
    };
  }
}

/** Python's own words, which are no names. */
const KEYWORDS =
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield".split(
    " ",
  );

function namesIn(sources: readonly string[]): string[] {
  const words = new Set(sources.flatMap((source) => source.match(/\b[A-Za-z_]\w*/g) ?? []));
  for (const keyword of KEYWORDS) words.delete(keyword);
  return [...words];
}

function freeBytes(vm: Vm): number {
  return vm.runPythonForNumber("import gc\ngc.collect()", "gc.mem_free()");
}
