// The MicroPython of the npm package, as it comes: enough to ask how MicroPython reads a line of Python.

/** The package brings no types of its own. */
interface Vm {
  runPython(python: string): void;
}
interface Package {
  loadMicroPython(options: { heapsize: number; linebuffer: boolean; stdout: (data: Uint8Array) => void }): Promise<Vm>;
}

/** Runs Python on a fresh VM; gives what it printed, throws what it threw. */
export async function runOnStockMicroPython(python: string): Promise<string> {
  const specifier: string = "@micropython/micropython-webassembly-pyscript/micropython.mjs";
  const { loadMicroPython } = (await import(specifier)) as Package;
  const chunks: Uint8Array[] = [];
  const stdout = (data: Uint8Array) => void chunks.push(data.slice());
  const vm = await loadMicroPython({ heapsize: 32 << 20, linebuffer: false, stdout });
  vm.runPython(python);
  return Buffer.concat(chunks).toString("utf8");
}
