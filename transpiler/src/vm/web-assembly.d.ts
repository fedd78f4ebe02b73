// WebAssembly as Node offers it, as far as the VM needs it: the compiler's own declarations come with the DOM's, which has no
// place here.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  interface Memory {
    readonly buffer: ArrayBuffer | SharedArrayBuffer;
  }
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  type Imports = Record<string, Record<string, (...values: never[]) => unknown>>;
  function instantiate(module: Module, imports: Imports): Promise<Instance>;
}
