// What the rewritten WebAssembly offers beside the package's functions, and how deep Python's calls went by it.

/** What the rewritten WebAssembly exports beside the package's functions; make-vm.ts says what each is. */
export interface VmExports {
  memory: WebAssembly.Memory;
  __indirect_function_table: { get(index: number): unknown };
  vm_sched_state: { readonly value: number };
  vm_stack_limit: { value: number };
  vm_depth_max: { value: number };
  vm_stack_low: { value: number };
  vm_stack_low_depth: { value: number };
  /** Only of a VM that counts (counting.ts). */
  vm_instructions?: { value: bigint };
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

/** Where Emscripten's C stack begins; it grows down. */
const STACK_BASE = 65_536;

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

/** The depth since the last call of this function. */
export function takeDepth(exports: VmExports): VmDepth {
  const stackBytes = Math.max(0, STACK_BASE - exports.vm_stack_low.value);
  const frames = exports.vm_stack_low_depth.value;
  const beyond = Math.max(0, (stackBytes + OUTERMOST_LESS_BYTES) / PLAIN_CALL_BYTES - frames);
  const depth = { frames: exports.vm_depth_max.value, stackBytes, plainCalls: frames + beyond * BY_WAY_OF_C_FACTOR };
  exports.vm_depth_max.value = 0;
  exports.vm_stack_low.value = STACK_BASE;
  exports.vm_stack_low_depth.value = 0;
  return depth;
}
