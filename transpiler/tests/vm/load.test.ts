import { describe, expect, it } from "vitest";
import { interruptVm, loadVm, stackLimitFor, type Vm, type VmHooks } from "../../src/vm/index.ts";

const load = (options: { stackLimit?: number; shared?: boolean; hooks?: Partial<VmHooks> } = {}): Promise<Vm> =>
  loadVm({
    heapSize: 200_000,
    ...options,
    hooks: {
      ticksMs: () => 0,
      timeMs: () => 0,
      randomU32: () => 1,
      stdout: () => {},
      stdin: () => null,
      ...options.hooks,
    },
  });

/** Calls of a plain function that the body of t() costs beyond a call of leaf(). */
async function callsOf(definitions: string): Promise<number> {
  const vm = await load();
  const depthOf = (code: string) => {
    vm.runPython(code);
    vm.takeDepth();
    vm.runPython("t()");
    return vm.takeDepth().plainCalls;
  };
  const plain = depthOf("def leaf(): pass\ndef t(): leaf()");
  return depthOf(definitions) - plain;
}

describe("the depth of calls", () => {
  it.each([
    ["a function", "def a(): leaf()\ndef t(): a()", 1],
    ["a method", "class C:\n  def m(self): leaf()\nc = C()\ndef t(): c.m()", 1],
    ["twenty functions", "def r(n):\n  if n: r(n - 1)\ndef t(): r(20)", 20],
    ["a getter", "class C:\n  @property\n  def m(self): leaf()\nc = C()\ndef t(): c.m", 1.6],
    ["a constructor", "class C:\n  def __init__(self): leaf()\ndef t(): C()", 1.6],
    ["a callback from C", "def k(x): leaf()\ndef t(): list(map(k, [1]))", 2.3],
  ])("of %s counts as on a board, within a tenth", async (_name, definitions, calls) => {
    expect(Math.abs((await callsOf(definitions)) / calls - 1)).toBeLessThan(0.1);
  });

  it("has a limit, beyond which a call is a RuntimeError", async () => {
    const printed: string[] = [];
    const stdout = (bytes: Uint8Array) => printed.push(Buffer.from(bytes).toString());
    const vm = await load({ stackLimit: stackLimitFor(24), hooks: { stdout } });
    vm.runPython("n = 0\ndef f():\n  global n\n  n += 1\n  f()\ntry: f()\nexcept RuntimeError: print(n)");
    expect(Math.abs(Number(printed.join("")) - 24)).toBeLessThanOrEqual(1);
  });
});

describe("an endless loop", () => {
  it("is ended by the hook that another thread makes the VM call", async () => {
    const memory: { vm?: Vm } = {};
    let calls = 0;
    const pending = () => {
      if (++calls === 2) throw new Error("ended from outside");
    };
    memory.vm = await load({ shared: true, hooks: { pending } });
    const { schedStateAddress } = memory.vm;
    const shared = memory.vm.memory.buffer as SharedArrayBuffer;
    interruptVm(shared, schedStateAddress);
    memory.vm.runPython("for i in range(3): pass");
    expect(calls).toBe(1);
    interruptVm(shared, schedStateAddress);
    expect(() => memory.vm?.runPython("try:\n  while True: pass\nexcept: pass")).toThrow("ended from outside");
  });
});
