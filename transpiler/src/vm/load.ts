// Loads the MicroPython VM (transpiler/vm/micropython.wasm) into this thread. What comes in: the size of the heap and hooks
// for time, randomness and output. What goes out: a VM with an empty file system, ready to run Python.
//
// Works on the main thread and in workers. The package's JavaScript keeps its state in globals, so a thread has one live VM
// at a time: loading another one replaces it.
import { ROM_NAMES } from "../names/rom-names.ts";
import { errnoFromWasi } from "./errno.ts";
import { takeDepth, type VmDepth, type VmExports } from "./exports.ts";
import type { FileSystem } from "./file-system.ts";
import { type VmLocation, vmLocation } from "./location.ts";
import { beginNameTables, nameText, takeUpSorted } from "./name-tables.ts";

/** What the VM asks of its surroundings. A hook that throws ends the VM: it unwinds through C, and nothing can run after it. */
export interface VmHooks {
  /** Milliseconds since some start, for ticks_ms() and select(). */
  ticksMs(): number;
  /** Milliseconds since 1970, for time.time() and file times. */
  timeMs(): number;
  /** 32 random bits; seeds the random module and hash functions. */
  randomU32(): number;
  /** Bytes that Python printed, as written, without any translation of line ends. The array is the hook's to keep. */
  stdout(bytes: Uint8Array): void;
  /** Called when another thread made something pend (see interruptVm). */
  pending?(): void;
  /** A Python frame begins, by the address of its code_state, or ends: of a VM that was made to tell (make-vm.ts). */
  entered?(codeState: number): void;
  left?(): void;
  /** The next byte of standard input, or null at its end. */
  stdin(): number | null;
}

export interface VmOptions {
  location?: VmLocation;
  /** Size of the garbage-collected heap in bytes, its allocation tables (about 2.3 %) included. */
  heapSize: number;
  /** Size of the Python stack in words of 4 bytes; 2,048 is the package's own. */
  pystackWords?: number;
  /** Bytes of C stack after which a Python call is a RuntimeError; 32,768 is the package's own, about 60 plain calls. */
  stackLimit?: number;
  /** Shared memory lets another thread interrupt Python while it runs. */
  shared?: boolean;
  hooks: VmHooks;
}

/** What the package's module offers beyond its documented interface; the C functions keep MicroPython's names. */
interface EmscriptenModule {
  ccall(name: string, result: "null" | "number", types: string[], values: unknown[]): number;
}

interface PackageVm {
  _module: EmscriptenModule;
  FS: FileSystem;
  globals: { get(name: string): unknown };
  runPython(code: string): unknown;
  registerJsModule(name: string, module: Record<string, unknown>): void;
}

/** A loaded VM. */
export interface Vm {
  fs: FileSystem;
  memory: WebAssembly.Memory;
  /** Runs source text in __main__; throws a PythonError (see python-error.ts) when Python raises. */
  runPython(code: string): unknown;
  /** Runs `code`, then gives the value of `expression` in __main__, which must be a number. */
  runPythonForNumber(code: string, expression: string): number;
  /** A function of __main__, to be called from JavaScript with numbers; a PythonError comes out where it raises. */
  pythonFunction(name: string): (...values: number[]) => void;
  /** Makes `import name` answer with these functions. They take and give numbers, strings and None only. */
  registerModule(name: string, functions: Record<string, unknown>): void;
  /** Address of the 16 bits by which another thread interrupts, see interruptVm(). */
  schedStateAddress: number;
  /** How deep Python's calls were at most since the last call of this function. */
  takeDepth(): VmDepth;
  /** Instructions of WebAssembly executed so far, by a VM that counts them (counting.ts); 0 by any other. */
  instructions(): number;
  /** The VM knows the names that a board has in flash, and nobody pays for them any more. */
  learnNamesInFlash(): void;
  /** The names that come from now on take the heap that they take on a board: see name-tables.ts. */
  beginNameTables(): void;
  /** The text of one of MicroPython's names (a qstr) by its number. */
  nameText(name: number): string;
  /** Puts these names, identifiers all, into a table in which looking for one takes hardly any time. */
  takeUpSorted(names: readonly string[]): void;
  /** Calls one of the C functions that the package exports. */
  callC(name: string, ...numbers: number[]): number;
}

let loading: Promise<unknown> = Promise.resolve();

/** Loads a fresh VM; takes about 7 ms once the module is compiled. */
export function loadVm(options: VmOptions): Promise<Vm> {
  // One at a time: while loading, WebAssembly.instantiate of this thread is ours.
  const next = loading.then(() => loadAlone(options));
  loading = next.catch(() => undefined);
  return next;
}

async function loadAlone(options: VmOptions): Promise<Vm> {
  const { script, module } = options.location ?? vmLocation(options.shared);
  const { loadMicroPython } = (await import(/* @vite-ignore */ script)) as {
    loadMicroPython(options: Record<string, unknown>): Promise<PackageVm>;
  };
  const instantiated = interceptInstantiate(module, options);
  try {
    const vm = await loadMicroPython({
      heapsize: options.heapSize,
      pystack: options.pystackWords ?? 2048,
      stdin: () => options.hooks.stdin(),
      stdout: () => {},
      stderr: () => {},
      linebuffer: false,
    });
    writeInBlocks(vm.FS, options.hooks);
    return wrap(vm, instantiated.exports());
  } finally {
    instantiated.restore();
  }
}

/** The package offers no way to give it another WebAssembly or other imports, so it is met where it instantiates. */
function interceptInstantiate(module: WebAssembly.Module, { hooks, stackLimit }: VmOptions) {
  const original = WebAssembly.instantiate;
  let exports: VmExports | undefined;
  const ours = async (bytes: WebAssembly.Module, imports: WebAssembly.Imports) => {
    if (!imports?.env?.mp_js_ticks_ms) return original(bytes, imports);
    Object.assign(imports.env, {
      mp_js_ticks_ms: () => hooks.ticksMs() >>> 0,
      mp_js_time_ms: () => hooks.timeMs(),
      mp_js_random_u32: () => hooks.randomU32() >>> 0,
    });
    // The package gives one object under two names, hence the set.
    for (const functions of new Set(Object.values(imports))) mapErrorNumbers(functions);
    imports.env.vm_pending = () => hooks.pending?.();
    imports.env.vm_enter = (codeState: number) => hooks.entered?.(codeState);
    imports.env.vm_leave = () => hooks.left?.();
    const instance = await original(module, imports);
    exports = instance.exports as unknown as VmExports;
    if (stackLimit !== undefined) exports.vm_stack_limit.value = stackLimit;
    return { module, instance: { exports: { ...instance.exports, ...withQuickTable(exports) } } };
  };
  WebAssembly.instantiate = ours as typeof WebAssembly.instantiate;
  return {
    restore: () => {
      WebAssembly.instantiate = original;
    },
    exports: () => exports as VmExports,
  };
}

/**
 * Every call that may raise goes through JavaScript (Emscripten's invoke_…), which looks the function up in the table:
 * with an array in between a program runs a fifth faster. The table never changes.
 */
function withQuickTable(exports: VmExports): { __indirect_function_table: { get(index: number): unknown } } {
  const table = exports.__indirect_function_table;
  const functions: unknown[] = [];
  const get = (index: number) => {
    functions[index] ??= table.get(index);
    return functions[index];
  };
  return { __indirect_function_table: { get } };
}

/** File functions of Emscripten answer with WASI's error numbers; the board's are those of <errno.h> of newlib. */
function mapErrorNumbers(functions: Record<string, (...values: never[]) => unknown>): void {
  for (const [name, original] of Object.entries(functions)) {
    if (name.startsWith("__syscall_")) {
      functions[name] = (...values) => {
        const result = original(...values) as number;
        return result < 0 ? -errnoFromWasi(-result) : result;
      };
    } else if (name.startsWith("fd_")) {
      functions[name] = (...values) => {
        const result = original(...values) as number;
        return result > 0 ? errnoFromWasi(result) : result;
      };
    }
  }
}

/** The package's own output goes byte by byte; this hands over what one write() wrote. */
function writeInBlocks(fs: FileSystem, hooks: VmHooks): void {
  for (const descriptor of [1, 2]) {
    const stream = fs.streams[descriptor];
    if (!stream) throw new Error(`the VM has no stream ${descriptor}`);
    stream.stream_ops = {
      ...stream.stream_ops,
      write(_stream, buffer, offset, length) {
        hooks.stdout(Uint8Array.from(buffer.subarray(offset, offset + length)));
        return length;
      },
    };
  }
}

function wrap(vm: PackageVm, exports: VmExports): Vm {
  return {
    fs: vm.FS,
    memory: exports.memory,
    schedStateAddress: exports.vm_sched_state.value,
    takeDepth: () => takeDepth(exports),
    beginNameTables: () => beginNameTables(exports.memory, exports.vm_sched_state.value),
    // What is parsed is known; an attribute is one that nothing looks for.
    learnNamesInFlash: () => vm.runPython(`if 0:\n a.${ROM_NAMES.join("\n a.")}`),
    nameText: (name) => nameText(exports.memory, exports.vm_sched_state.value, name),
    takeUpSorted: (names) =>
      takeUpSorted(exports.memory, exports.vm_sched_state.value, names, (sorted) =>
        vm.runPython(`lambda: (${sorted.join(",")},)`),
      ),
    instructions: () => Number(exports.vm_instructions?.value ?? 0),
    runPython: (code) => vm.runPython(code),
    runPythonForNumber: (code, expression) => {
      vm.runPython(`${code}\n_number = ${expression}`);
      const number = vm.globals.get("_number") as number;
      vm.runPython("del _number");
      return number;
    },
    pythonFunction: (name) => vm.globals.get(name) as (...values: number[]) => void,
    registerModule: (name, functions) => vm.registerJsModule(name, functions),
    callC: (name, ...numbers) =>
      vm._module.ccall(
        name,
        "number",
        numbers.map(() => "number"),
        numbers,
      ),
  };
}

const SCHED_IDLE = 1;
const SCHED_PENDING = 0;

/**
 * Makes a running VM call its hook `pending` within microseconds, even in a loop that calls nothing. For other threads,
 * which need its shared memory.
 */
export function interruptVm(memory: SharedArrayBuffer, schedStateAddress: number): void {
  Atomics.compareExchange(new Int16Array(memory, schedStateAddress, 1), 0, SCHED_IDLE, SCHED_PENDING);
}
