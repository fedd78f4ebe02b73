// The judge of the differential tests is tested too: what it runs in Node, and that its virtual timers keep Node's order.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { closeDevice } from "./harness/device-side.ts";
import { runOnNode } from "./harness/node-side.ts";
import { scoreOf, tableOf } from "./harness/score.ts";

afterAll(closeDevice);

const virtualTimers = readFileSync(new URL("./harness/virtual-timers.mjs", import.meta.url), "utf8");

describe("Node's side", () => {
  it("waits for promises and timers, and gives every byte that was printed", async () => {
    const program = 'setTimeout(() => console.log("é🎉", 1, null), 20); await null; console.log("first");';
    expect(await runOnNode(program)).toEqual({ stdout: "first\né🎉 1 null\n", failure: null, stop: null });
  });

  it("tells an error, thrown or rejected, from a normal end", async () => {
    const failure = "RangeError: no";
    expect(await runOnNode('console.log(1); throw new RangeError("no")')).toEqual({
      stdout: "1\n",
      failure,
      stop: null,
    });
    expect(await runOnNode('Promise.reject(new RangeError("no"))')).toEqual({ stdout: "", failure, stop: null });
  });

  it("tells a promise that nothing settles", async () => {
    expect((await runOnNode("console.log(1); await new Promise(() => {})")).failure).toContain("nothing settles");
  });
});

describe("the score", () => {
  it("counts by area what passes, stops and is refused", async () => {
    const folder = mkdtempSync(join(tmpdir(), "score-"));
    const programs = {
      "one/passes.ts": "console.log(1);\n",
      "one/stops.ts": "const xs = [1];\nconst x = xs[xs.length]; //! stops\nconsole.log(x);\n",
      "two/refused.ts": "//! refuse TP1001\ndebugger;\n",
    };
    for (const [name, text] of Object.entries(programs)) {
      mkdirSync(join(folder, name, ".."), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const score = await scoreOf(folder, () => undefined);
    rmSync(folder, { recursive: true });
    expect(score.failures).toEqual([]);
    expect(
      tableOf(score)
        .split("\n")
        .map((line) => line.split(/ +/).join(" ")),
    ).toEqual(["area pass refused wrong crash", "one 2 0 0 0", "two 0 1 0 0", "total 2 1 0 0"]);
  });
});

describe("the virtual timers", () => {
  // Real delays far enough apart that load cannot change their order, equal ones in the order of their making.
  const program = `
    const log = [];
    const say = (text) => () => { log.push(text); Promise.resolve().then(() => log.push(text + "'")); };
    setTimeout(say("c"), 300); setTimeout(say("a"), 0); setTimeout(say("b"), 1); setTimeout(say("d"), 300);
    const gone = setTimeout(say("never"), 200); clearTimeout(gone); clearTimeout(undefined);
    setTimeout((x, y) => { say(x + y)(); setTimeout(say("inner"), 100); }, 100, "ar", "gs");
    let turns = 0;
    const every = setInterval(() => { say("i" + ++turns)(); if (turns === 3) clearInterval(every); }, 250);
    setTimeout(() => console.log(log.join(" ")), 1200);
  `;

  // On a machine that is very busy the real ones may be late by more than what lies between them.
  it("call back in the order of Node's own", { retry: 5 }, async () => {
    const real = spawnSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" });
    const virtual = await runOnNode(virtualTimers + program);
    expect(virtual).toEqual({ stdout: real.stdout, failure: null, stop: null });
    expect(real.stdout).toContain("a a' b b' args args' inner inner' i1");
  });

  it("cost no time, and an error in one ends the program", async () => {
    const start = performance.now();
    const { failure } = await runOnNode(`${virtualTimers} setTimeout(() => { throw new Error("late"); }, 60_000);`);
    expect(failure).toBe("Error: late");
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
