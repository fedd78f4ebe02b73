// What the Python shims import as `_board`: functions that take and give numbers, short strings and addresses of buffers in
// the VM's memory, never Python objects. A negative number is an errno, which the shim raises. Where a function waits, the
// clock runs on; only the end of the session (SessionEnd) is thrown, and it unwinds the VM.
import type { Vm } from "../../transpiler/src/vm/index.ts";

export type BridgeFunctions = Record<string, (...values: never[]) => number | string | boolean | null>;

/** Views of the VM's memory. They are made anew each time, because the memory may have grown. */
export class VmMemory {
  constructor(private readonly vm: () => Vm) {}

  view(address: number, length: number): Uint8Array {
    return new Uint8Array(this.vm().memory.buffer, address, length);
  }

  copy(address: number, length: number): Uint8Array {
    return Uint8Array.from(this.view(address, length));
  }
}
