// The MicroPython VM for whoever runs Python from Node: tests, the `run` command, the virtual board.
export { ERRNO, WASI_ERRNO } from "./errno.ts";
export { stackLimitFor, type VmDepth } from "./exports.ts";
export type {
  FileAttributes,
  FileNode,
  FileStream,
  FileSystem,
  NodeOperations,
  StreamOperations,
} from "./file-system.ts";
export { heapSizeFor, PICO_W_FREE_BYTES } from "./heap-size.ts";
export { interruptVm, loadVm, type Vm, type VmHooks, type VmOptions } from "./load.ts";
export { countingLocation, type VmLocation, vmLocation } from "./location.ts";
export { isPythonError, type PythonError, tracebackOf } from "./python-error.ts";
export { seededRandom } from "./random.ts";
export { type RunOptions, type RunResult, runOnVm, VmPool } from "./run.ts";
export { startWorkerThread } from "./worker-thread.ts";
