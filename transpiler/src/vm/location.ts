// Where the VM lies: the package's JavaScript and our WebAssembly, compiled once for a process.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type Weigh, withCounter } from "./counting.ts";

/** Where the two halves of the VM lie; plain data, so that a worker can be given them. */
export interface VmLocation {
  /** URL of the npm package's micropython.mjs. */
  script: string;
  /** The rewritten WebAssembly, compiled; a WebAssembly.Module may be posted to a worker. */
  module: WebAssembly.Module;
}

const SHARED_LIMITS = 3;
const PLAIN_LIMITS = 1;
const MEMORY_SECTION = 5;

let location: VmLocation | undefined;
let sharedLocation: VmLocation | undefined;

/** The VM's own files, compiled once for this thread. */
export function vmLocation(shared = false): VmLocation {
  const known = shared ? sharedLocation : location;
  if (known) return known;
  const read = readLocation(shared);
  if (shared) sharedLocation = read;
  else location = read;
  return read;
}

/** A VM with shared memory that counts its instructions, each for what `weigh` says; the caller keeps it. */
export function countingLocation(weigh: Weigh, wasm = ownWasm()): VmLocation {
  const { script } = vmLocation(true);
  return { script, module: new WebAssembly.Module(withSharedMemory(withCounter(wasm, weigh))) };
}

function readLocation(shared: boolean): VmLocation {
  const script = createRequire(import.meta.url).resolve(
    "@micropython/micropython-webassembly-pyscript/micropython.mjs",
  );
  const wasm = ownWasm();
  return { script: pathToFileURL(script).href, module: new WebAssembly.Module(shared ? withSharedMemory(wasm) : wasm) };
}

function ownWasm(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(fileURLToPath(new URL("../../vm/micropython.wasm", import.meta.url))));
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
