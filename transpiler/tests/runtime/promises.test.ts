// Promises, awaits and timers in JavaScript's order: each program of run/async beside the Python that the compiler
// would write for it (promises/*.py, by hand after the table at the top of runtime/promises.py).
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runOnVm } from "../../src/vm/index.ts";
import { bundle, runOnNode } from "../harness/node-side.ts";
import { wholeRuntime } from "./differential.ts";

const written = new URL("./promises/", import.meta.url);
const originals = new URL("../run/async/", import.meta.url);

async function outputInNode(entry: string): Promise<string> {
  const program = { name: "original", entry, refuse: null, stopsAt: null };
  const javascript = (await bundle([program])).get("original") ?? "";
  return (await runOnNode(javascript)).stdout;
}

const run = (python: string) => runOnVm({ files: { "main.py": python, "_ts.py": wholeRuntime() }, time: "virtual" });

describe("the order of Node", () => {
  for (const file of readdirSync(written)) {
    test(file, async () => {
      const original = fileURLToPath(new URL(file.replace(/\.py$/, ".ts"), originals));
      const result = await run(readFileSync(new URL(file, written), "utf8"));
      expect(result).toMatchObject({ stdout: await outputInNode(original), error: null, exitCode: 0 });
    });
  }
});

describe("how a program ends", () => {
  test("a rejection that no one handles ends it with its trace, after the ticks of its turn and before the next timer", async () => {
    const result = await run(`
from _ts import Error, ts_async, ts_queue_microtask, ts_run_loop, ts_set_timeout
def fails():
    yield
    raise Error("no one listens")
ts_async(fails())
def later():
    print("tick")
ts_queue_microtask(lambda: ts_queue_microtask(later))
ts_set_timeout(lambda: print("never"), 1)
ts_run_loop()
`);
    expect(result).toMatchObject({ stdout: "tick\n", exitCode: 1 });
    expect(result.error).toContain('File "main.py", line 5, in fails');
    expect(result.error?.trimEnd().split("\n").at(-1)).toBe("Error: no one listens");
  });
  test("an error of the awaiting main program ends it too", async () => {
    const result = await run(
      "from _ts import RangeError, ts_run_loop\ndef main():\n    yield\n    raise RangeError('top')\nts_run_loop(main())\n",
    );
    expect(result.error?.trimEnd().split("\n").at(-1)).toBe("RangeError: top");
  });
  test("waiting for what never comes ends with status 13, as in Node", async () => {
    const result = await run(
      "from _ts import TsPromise, ts_run_loop\ndef main():\n    yield TsPromise()\nts_run_loop(main())\n",
    );
    expect(result).toMatchObject({ exitCode: 13, error: null });
  });
  test("what the program's types rule out is no rejection that a program can catch", async () => {
    const result = await run(
      "from _ts import ts_async, ts_run_loop, ts_then\ndef f():\n    yield\n    [][1]\nts_then(ts_async(f()), None, print)\nts_run_loop()\n",
    );
    expect(result).toMatchObject({ stdout: "", exitCode: 1 });
    expect(result.error).toContain("IndexError");
  });
});
