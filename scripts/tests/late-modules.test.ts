// Late modules from the source to the heap: what the build puts where, and what a board's MicroPython has free before, while
// and after they are loaded.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runOnVm } from "../../transpiler/src/vm/index.ts";
import { overBudget } from "../build/budget.ts";
import { figuresOf } from "../build/figures.ts";
import { filesBelow } from "../build/inputs.ts";
import type { Project } from "../build/project.ts";
import { measuredSizes } from "../build/within-budget.ts";
import { type BuildReport, build } from "../build.ts";

const ROUNDS = 50;
const ROOT = "gateway.sending.send_late";

let root: string;
let project: Project;
let report: BuildReport;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "late-test-"));
  project = { firmware: join(root, "firmware-ts"), runtime: join(root, "runtime-py"), dist: join(root, "dist") };
  for (const folder of [join(project.firmware, "sending"), join(project.firmware, "types"), project.runtime])
    mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(PROGRAM)) writeFileSync(join(project.firmware, path), text);
  writeFileSync(join(project.runtime, "main.py"), MAIN);
  report = await build({ project });
}, 60_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Twelve methods of a class take some kilobytes. */
const METHODS = Array.from(
  { length: 12 },
  (_, n) => `  method${n}(text: string): string {\n    return \`\${text} is number ${n} of \${this.count}\`;\n  }\n`,
).join("");

const PROGRAM: Readonly<Record<string, string>> = {
  "main.ts": `import { discard, forget, loadNext } from "late";
import { opened } from "./sending/send.late.ts";
export function used(): number {
  return opened(3).all().length;
}
export function kept(): { all(): string } {
  return opened(2);
}
export function forgotten(): void {
  forget(opened);
}
export function discarded(): void {
  discard(opened);
}
export function step(): boolean {
  return loadNext(opened);
}
`,
  "sending/send.late.ts": `import { Outbox } from "./outbox.ts";
export function opened(count: u8): Outbox {
  return new Outbox(count);
}
`,
  "sending/outbox.ts": `const FIRST = "first";
export class Outbox {
  constructor(private readonly count: u8) {}
  all(): string {
    return parseInt("7 of them", 10) + this.method0(FIRST)${Array.from({ length: 11 }, (_, n) => ` + this.method${n + 1}("")`).join("")};
  }
${METHODS}}
`,
};

/**
 * What the heap holds after each step. All is done in functions: what lies on the stack, of a call that is over too, counts
 * as in use, and free() goes as deep as any of them before it looks.
 */
const MAIN = `import gc
import sys
# @modules
import gateway.main
main = gateway.main
def free():
    deep(15)
    wide(12, 0, 0, 0)
    gc.collect()
    return gc.mem_free()
def deep(n):
    return deep(n - 1) + 1 if n else 0
def wide(n, a, b, c):
    d, e, f = a, b, c
    return wide(n - 1, d, e, f) + 1 if n else 0
def late():
    return sorted(name for name in sys.modules if "sending." in name or "_ts_late" in name)
def use():
    main.used()
    print(late())
def forget():
    main.forgotten()
    print(late())
def live_on():
    one = main.kept()
    main.forgotten()
    print(len(one.all()), late())
def stop():
    one = main.kept()
    main.discarded()
    try:
        one.all()
    except NameError:
        print("stopped", late())
def load_in_steps():
    steps = 1
    while not main.step():
        steps += 1
    print("steps", steps, late())
    main.forgotten()
def rounds(count):
    for _ in range(count):
        main.used()
        main.forgotten()
figures = [0] * 4
print(late())
rounds(1)
figures[0] = free()
use()
figures[1] = free()
forget()
figures[2] = free()
live_on()
load_in_steps()
rounds(${ROUNDS})
figures[3] = free()
stop()
print("free", *figures)
`;

function deviceFiles(): Record<string, Uint8Array> {
  return Object.fromEntries(filesBelow(report.device).map((path) => [path, readFileSync(join(report.device, path))]));
}

describe("a late module and what is late with it", () => {
  test("stand on the board, and main.py names neither", () => {
    expect(report.late).toEqual([["gateway._ts_late", "gateway.sending.outbox", ROOT]]);
    const main = readFileSync(join(report.device, "main.py"), "utf8");
    expect([...main.matchAll(/^import (gateway\.\S+)$/gm)].map(([, name]) => name)).toEqual([
      "gateway._ts",
      "gateway.main",
      "gateway.main",
    ]);
    expect(filesBelow(report.device)).toContain("gateway/sending/outbox.mpy");
    expect(filesBelow(report.device)).toContain("gateway/sending/send_late.mpy");
  });

  test(`give the heap back when they are forgotten, the same after ${ROUNDS} rounds; objects that are left live on, or stop when it was discarded`, async () => {
    const { stdout, error } = await runOnVm({ files: deviceFiles() });
    expect(error).toBeNull();
    const lines = stdout.trimEnd().split("\n");
    const all = "['gateway._ts_late', 'gateway.sending.outbox', 'gateway.sending.send_late']";
    expect(lines.slice(0, 6)).toEqual([
      ...["[]", all, "[]", expect.stringMatching(/^\d+ \[\]$/)],
      ...[`steps 3 ${all}`, "stopped []"],
    ]);
    const [before = 0, loaded = 0, after = 0, atLast = 0] = (lines[6] ?? "").split(" ").slice(1).map(Number);
    console.log(`free before ${before}, loaded ${loaded}, forgotten ${after}, after ${ROUNDS} rounds ${atLast}`);
    expect(before - loaded).toBeGreaterThan(1500);
    // But for a block or two that an old word on the stack keeps.
    for (const free of [after, atLast]) expect(before - free).toBeLessThanOrEqual(32);
  });

  test("have figures of their own, and are not counted with what is there from the start", async () => {
    const sizes = await measuredSizes(project, report);
    const { modules } = figuresOf(report, sizes);
    expect(modules["gateway.sending.outbox"]).toEqual({
      mpy_bytes: expect.any(Number),
      late_bytes: expect.any(Number),
    });
    expect(modules["gateway.sending.outbox"]?.late_bytes).toBeGreaterThan(1200);
    const all = modules[`(late) ${ROOT}`]?.late_bytes ?? 0;
    const each = ["gateway._ts_late", "gateway.sending.outbox", ROOT].map((name) => modules[name]?.late_bytes ?? 0);
    expect(all).toBe(each.reduce((sum, bytes) => sum + bytes, 0));
    const over = (late_bytes: number) =>
      overBudget({ deviceBytes: 0, sizes }, { late_bytes }, { figures: null, name: "" });
    expect(over(all)).toEqual([]);
    expect(over(all - 1)).toEqual([
      expect.stringMatching(/^\(late\) gateway\.sending\.send_late: [\d,]+ bytes of heap, /),
    ]);
  }, 60_000);
});
