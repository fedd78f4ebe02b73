import { readFileSync } from "node:fs";
import binaryen from "binaryen";
import { describe, expect, it } from "vitest";
import { withCounter } from "../../src/vm/counting.ts";
import { loadVm, type Vm, vmLocation } from "../../src/vm/index.ts";

const wasm = readFileSync(new URL("../../vm/micropython.wasm", import.meta.url));

function load(module?: WebAssembly.Module): Promise<Vm> {
  return loadVm({
    location: { script: vmLocation().script, module: module ?? vmLocation().module },
    heapSize: 200_000,
    hooks: { ticksMs: () => 0, timeMs: () => 0, randomU32: () => 1, stdout: () => undefined, stdin: () => null },
  });
}

describe("a VM that counts its instructions", () => {
  const counted = new WebAssembly.Module(withCounter(wasm));

  it("computes as the other does, and counts alike each time", async () => {
    const count = async () => {
      const vm = await load(counted);
      vm.runPython("def f(n):\n  s = ''\n  for i in range(n): s += '%d,' % (i * i)\n  return len(s)");
      const before = vm.instructions();
      expect(vm.runPythonForNumber("", "f(50)")).toBe([...Array(50).keys()].map((i) => `${i * i},`).join("").length);
      return vm.instructions() - before;
    };
    const [first, second] = [await count(), await count()];
    expect(first).toBeGreaterThan(10_000);
    expect(second).toBe(first);
  });

  it("finds more where more is done", async () => {
    const vm = await load(counted);
    vm.runPython("def f(n):\n  for i in range(n): pass");
    const cost = (turns: number) => {
      const before = vm.instructions();
      vm.runPython(`f(${turns})`);
      return vm.instructions() - before;
    };
    const perTurn = (cost(300) - cost(100)) / 200;
    expect((cost(500) - cost(300)) / 200).toBeCloseTo(perTurn, -1);
  });

  it("counts nothing in a function that is bookkeeping of its own", () => {
    const body = "(param i32) (result i32) (i32.add (local.get 0) (i32.const 1))";
    const module = binaryen.parseText(`(module
      (import "env" "other" (func $other))
      (func (export "add") ${body}) (func (export "vm_add") ${body}) (global i32 (i32.const 0)))`);
    const instance = new WebAssembly.Instance(new WebAssembly.Module(withCounter(module.emitBinary())), {
      env: { other: () => undefined },
    });
    const { add, vm_add, vm_instructions } = instance.exports as {
      add(value: number): number;
      vm_add(value: number): number;
      vm_instructions: WebAssembly.Global;
    };
    expect([vm_add(1), vm_instructions.value]).toEqual([2, 0n]);
    expect([add(1), vm_instructions.value]).toEqual([2, 1n]);
  });

  it("is no other: the usual one counts nothing", async () => {
    const vm = await load();
    vm.runPython("1 + 1");
    expect(vm.instructions()).toBe(0);
  });
});
