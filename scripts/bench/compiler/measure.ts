// Both programs of a kernel on one VM, by turns: instructions of the VM, time, heap, depth of calls. The collector is
// off while they run, and runs between.
import { readFileSync } from "node:fs";
import { type Weigh, withCounter } from "../../../transpiler/src/vm/counting.ts";
import { loadVm, type Vm, vmLocation } from "../../../transpiler/src/vm/index.ts";
import { BuildFailed } from "../../build/build-error.ts";
import type { Kernel, Program } from "./kernel.ts";

export interface Measured {
  /** Instructions of the VM for one run: the same every time. */
  readonly instructions: number;
  /** Microseconds for one run on this machine. */
  readonly us: number;
  /** Bytes that one run takes from the heap. */
  readonly heapBytes: number;
  /** How deep run() goes, in plain calls of the board. */
  readonly depth: number;
  readonly bytes: number;
  readonly helperBytes: number;
}

export interface Comparison {
  readonly name: string;
  readonly compiled: Measured;
  readonly byHand: Measured;
}

const HEAP_BYTES = 8_000_000;
/** Each turn of the clock runs a program as often as it takes to last so long. */
const TURN_MS = 4;
const TURNS = 25;

const PREPARE = `
import gc
gc.disable()
from app_module import run as compiled
from hand_module import run as by_hand
def taken(f):
    gc.collect()
    before = gc.mem_alloc()
    f()
    return gc.mem_alloc() - before
def nothing(): pass
def one(f): f()
def run_compiled(): one(compiled)
def run_by_hand(): one(by_hand)
def run_nothing(): one(nothing)
`;

let countingModule: WebAssembly.Module | undefined;

/** A VM for one thread; with `counting` it counts its instructions. */
export function loadBenchVm(counting: boolean): Promise<Vm> {
  if (counting) countingModule ??= countingVm();
  return loadOn(counting && countingModule ? countingModule : vmLocation().module);
}

/** One whose instructions count for what `weigh` says. */
export function loadWeighingVm(weigh: Weigh): Promise<Vm> {
  return loadOn(countingVm(weigh));
}

function countingVm(weigh?: Weigh): WebAssembly.Module {
  const wasm = readFileSync(new URL("../../../transpiler/vm/micropython.wasm", import.meta.url));
  return new WebAssembly.Module(withCounter(wasm, weigh));
}

function loadOn(module: WebAssembly.Module): Promise<Vm> {
  return loadVm({
    location: { script: vmLocation().script, module },
    heapSize: HEAP_BYTES,
    hooks: { ticksMs: () => 0, timeMs: () => 0, randomU32: () => 1, stdout: () => undefined, stdin: () => null },
  });
}

/** Throws BuildFailed when the programs do not give what Node gives. */
export async function measure(kernel: Kernel): Promise<Comparison> {
  const counted = await prepared(kernel, true);
  const [compiled, byHand] = [figures(counted, "compiled"), figures(counted, "by_hand")];
  const timed = await prepared(kernel, false);
  const [usCompiled, usByHand] = times(timed);
  return {
    name: kernel.name,
    compiled: { ...compiled, us: usCompiled, ...sizes(kernel.compiled) },
    byHand: { ...byHand, us: usByHand, ...sizes(kernel.byHand) },
  };
}

function sizes({ bytes, helperBytes }: Program): Pick<Measured, "bytes" | "helperBytes"> {
  return { bytes, helperBytes };
}

async function prepared({ name, expected, compiled, byHand }: Kernel, counting: boolean): Promise<Vm> {
  const vm = await loadBenchVm(counting);
  const folders = new Set<string>();
  for (const [path, bytes] of Object.entries({ ...compiled.files, ...byHand.files })) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!folders.has(folder)) vm.fs.mkdir(folder);
    folders.add(folder);
    vm.fs.writeFile(path, bytes);
  }
  vm.runPython(PREPARE.replace("app_module", compiled.module).replace("hand_module", byHand.module));
  for (const which of ["compiled", "by_hand"]) {
    const isRight = vm.runPythonForNumber("", `int(${which}() == ${JSON.stringify(expected)})`);
    if (isRight !== 1) throw new BuildFailed(`the kernel ${name}, ${which}, does not give ${expected}`);
  }
  return vm;
}

function figures(vm: Vm, which: string): Pick<Measured, "instructions" | "heapBytes" | "depth"> {
  const cost = (name: string) => {
    const run = vm.pythonFunction(`run_${name}`);
    run();
    const before = vm.instructions();
    vm.takeDepth();
    run();
    return { instructions: vm.instructions() - before, depth: vm.takeDepth().plainCalls };
  };
  const [own, base] = [cost(which), cost("nothing")];
  const heap = (name: string) => vm.runPythonForNumber("", `taken(${name})`);
  return {
    instructions: own.instructions - base.instructions,
    depth: own.depth - base.depth + 1,
    heapBytes: heap(which) - heap("nothing"),
  };
}

/** Microseconds for a run of each, by the quickest turn, which other programs disturbed least; their turns alternate. */
function times(vm: Vm): [number, number] {
  const runs = [vm.pythonFunction("run_compiled"), vm.pythonFunction("run_by_hand")] as const;
  const repeats = runs.map((run) => Math.max(1, Math.round(TURN_MS / turn(vm, run, 3))));
  const seen: [number[], number[]] = [[], []];
  for (let i = 0; i < TURNS; i++) {
    for (const at of [0, 1] as const) seen[at].push(turn(vm, runs[at], repeats[at] ?? 1));
  }
  return [1000 * Math.min(...seen[0]), 1000 * Math.min(...seen[1])];
}

/** Milliseconds for one of several runs. */
function turn(vm: Vm, run: () => void, repeats: number): number {
  vm.runPython("gc.collect()");
  const start = performance.now();
  for (let i = 0; i < repeats; i++) run();
  return (performance.now() - start) / repeats;
}
