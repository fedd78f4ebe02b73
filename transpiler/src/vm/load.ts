// Loads the MicroPython VM (transpiler/vm/micropython.wasm) into this thread. What comes in: the size of the heap and hooks
// for time, randomness and output. What goes out: a VM with an empty file system, ready to run Python.
//
// Works on the main thread and in workers. The package's JavaScript keeps its state in globals, so a thread has one live VM
// at a time: loading another one replaces it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { errnoFromWasi } from "./errno.ts";
import type { FileSystem } from "./file-system.ts";

/** Where the two halves of the VM lie; plain data, so that a worker can be given them. */
export interface VmLocation {
  /** URL of the npm package's micropython.mjs. */
  script: string;
  /** The rewritten WebAssembly, compiled; a WebAssembly.Module may be posted to a worker. */
  module: WebAssembly.Module;
}

/** What the VM asks of its surroundings. A hook must not throw: an exception would unwind through C and ruin the VM. */
export interface VmHooks {
  /** Milliseconds since some start, for ticks_ms() and select(). */
  ticksMs(): number;
  /** Milliseconds since 1970, for time.time() and file times. */
  timeMs(): number;
  /** 32 random bits; seeds the random module and hash functions. */
  randomU32(): number;
  /** Bytes that Python printed, as written, without any translation of line ends. The array is the hook's to keep. */
  stdout(bytes: Uint8Array): void;
  /** Called when another thread made something pend (see interruptVm). It alone may throw: that ends the VM. */
  pending?(): void;
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

/** How deep a program went. */
export interface VmDepth {
  /** Python frames above each other. */
  frames: number;
  /** Bytes of C stack under them. */
  stackBytes: number;
  /**
   * The same in calls of plain functions as a board's 8 KiB of C stack would count them, where 28 are the end: a getter
   * or constructor is about 1.6 of them, a callback from C about 2.2, an import about 2.6.
   */
  plainCalls: number;
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
  /** Calls one of the C functions that the package exports. */
  callC(name: string, ...numbers: number[]): number;
}

/** What the rewritten WebAssembly exports beside the package's functions; make-vm.ts says what each is. */
interface VmExports {
  memory: WebAssembly.Memory;
  __indirect_function_table: { get(index: number): unknown };
  vm_sched_state: { readonly value: number };
  vm_stack_limit: { value: number };
  vm_depth_max: { value: number };
  vm_stack_low: { value: number };
  vm_stack_low_depth: { value: number };
}

/** Where Emscripten's C stack begins; it grows down. */
const STACK_BASE = 65_536;

const SHARED_LIMITS = 3;
const PLAIN_LIMITS = 1;
const MEMORY_SECTION = 5;

let location: VmLocation | undefined;
let sharedLocation: VmLocation | undefined;
let loading: Promise<unknown> = Promise.resolve();

/** The VM's own files, compiled once for this thread. */
export function vmLocation(shared = false): VmLocation {
  const known = shared ? sharedLocation : location;
  if (known) return known;
  const read = readLocation(shared);
  if (shared) sharedLocation = read;
  else location = read;
  return read;
}

function readLocation(shared: boolean): VmLocation {
  const script = createRequire(import.meta.url).resolve(
    "@micropython/micropython-webassembly-pyscript/micropython.mjs",
  );
  const wasm = new Uint8Array(readFileSync(fileURLToPath(new URL("../../vm/micropython.wasm", import.meta.url))));
  return { script: pathToFileURL(script).href, module: new WebAssembly.Module(shared ? withSharedMemory(wasm) : wasm) };
}

/** Sets the shared flag in the limits of the memory section (WebAssembly core specification, 5.5.8 and the threads proposal). */
function withSharedMemory(wasm: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = wasm.slice();
  let at = 8;
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = readLeb(bytes, at);
    if (id === MEMORY_SECTION) {
      if (bytes[size.end + 1] !== PLAIN_LIMITS) throw new Error("micropython.wasm: unexpected limits of the memory");
      bytes[size.end + 1] = SHARED_LIMITS;
      return bytes;
    }
    at = size.end + size.value;
  }
  throw new Error("micropython.wasm has no memory section");
}

function readLeb(bytes: Uint8Array, start: number): { value: number; end: number } {
  let value = 0;
  let end = start;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[end++] ?? 0;
    value |= (byte & 0x7f) << shift;
    if ((byte & 0x80) === 0) return { value, end };
  }
}

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

/** C stack of one plain call in micropython.wasm, in bytes; a test measures it. */
const PLAIN_CALL_BYTES = 480;
/** The outermost frame comes cheaper than the following ones by as much, in bytes. */
const OUTERMOST_LESS_BYTES = 144;

/** What a call by way of C costs beyond a plain one weighs more on the RP2040 than in WebAssembly, by this factor. */
const BY_WAY_OF_C_FACTOR = 1.4;

/** A limit of C stack that allows `plainCalls` plain calls. */
export function stackLimitFor(plainCalls: number): number {
  return plainCalls * 512;
}

function takeDepth(exports: VmExports): VmDepth {
  const stackBytes = Math.max(0, STACK_BASE - exports.vm_stack_low.value);
  const frames = exports.vm_stack_low_depth.value;
  const beyond = Math.max(0, (stackBytes + OUTERMOST_LESS_BYTES) / PLAIN_CALL_BYTES - frames);
  const depth = { frames: exports.vm_depth_max.value, stackBytes, plainCalls: frames + beyond * BY_WAY_OF_C_FACTOR };
  exports.vm_depth_max.value = 0;
  exports.vm_stack_low.value = STACK_BASE;
  exports.vm_stack_low_depth.value = 0;
  return depth;
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
