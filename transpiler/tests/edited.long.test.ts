// Programs compiled again after an edit within a body: what comes out is what a cold compilation gives. Where it proves
// less, it still does the same in Node and on the device, and every fact holds.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import ts from "typescript";
import { afterAll, expect, it } from "vitest";
import type { CompileOptions } from "../src/compilation.ts";
import { analyseLoaded, compile } from "../src/compile.ts";
import { editedBody } from "../src/program/body-edit.ts";
import { Sources } from "../src/program/load.ts";
import { recompile } from "../src/recompile.ts";
import { differenceOf, runBothSides } from "./harness/both-sides.ts";
import { closeDevice } from "./harness/device-side.ts";
import { findPrograms } from "./harness/programs.ts";

const SEED = Number(process.env.TS2MPY_SEED ?? 4711);
const EDITS_OF_EACH = 3;

const root = fileURLToPath(new URL("./run", import.meta.url));
const programs = findPrograms(root).filter(({ refuse, stopsAt }) => refuse === null && stopsAt === null);
const folder = mkdtempSync(join(tmpdir(), "edited-"));

afterAll(async () => {
  rmSync(folder, { recursive: true });
  await closeDevice();
}, 60_000);

const ADDED = [
  "console.log(Math.abs(-3));",
  "let added = 5;\nadded += 2;\nconsole.log(added);",
  "for (let added = 0; added < 3; added++) console.log(added);",
  "const added = [3, 1, 2].map((x) => x * 2).sort((a, b) => a - b);\nconsole.log(added.join());",
  "const added = { a: 1, b: 'x' };\nconsole.log(added.a, added.b);",
  "const added = new Map([['a', 3]]);\nfor (const [key, value] of added) console.log(key, value);",
  "const added = (n: number): number => n + 1;\nconsole.log(added(3));",
  "try {\n  throw new RangeError('added');\n} catch (error) {\n  console.log(String(error));\n}",
];

/** Takes a statement out of the body of some function, puts one in, or changes a number there; null without a body. */
function edited(text: string, choice: number): string | null {
  const file = ts.createSourceFile("edited.ts", text, ts.ScriptTarget.ES2022, true);
  const places: { readonly start: number; readonly end: number; readonly text: string }[] = [];
  const visit = (node: ts.Node, within: boolean) => {
    const isBody = ts.isBlock(node) && ts.isFunctionLike(node.parent) && node.parent.type !== undefined;
    const inside = within || isBody;
    const [start, end] = [node.getStart(file), node.end];
    if (ts.isBlock(node) && inside)
      for (const added of ADDED) places.push({ start: start + 1, end: start + 1, text: `\n${added}\n` });
    if (within && ts.isExpressionStatement(node) && ts.isCallExpression(node.expression))
      places.push({ start, end, text: "" }, { start: end, end, text: `\n${node.getText(file)}` });
    if (within && ts.isNumericLiteral(node)) places.push({ start, end, text: String(Number(node.text) + 1) });
    ts.forEachChild(node, (child) => visit(child, inside));
  };
  visit(file, false);
  const place = places[choice % places.length];
  return place ? text.slice(0, place.start) + place.text + text.slice(place.end) : null;
}

const counts = { amended: 0, again: 0, alike: 0 };

/** How the program after the edit is another than it should be; null: it is not. */
async function judge(entry: string, choice: number): Promise<string | null> {
  const options: CompileOptions = { entry, names: "short" };
  const sources = new Sources({ entry, ambient: [], noUncheckedIndexedAccess: false });
  const before = sources.load();
  const { analysis } = analyseLoaded(before, options);
  const file = before.program.getSourceFile(entry) as ts.SourceFile;
  const text = edited(file.text, choice);
  if (analysis === null || text === null) return null;
  writeFileSync(entry, text);
  sources.refresh();
  const now = sources.load();
  const edit = editedBody(file, now.program.getSourceFile(entry) as ts.SourceFile);
  const again = edit && recompile(analysis, now, edit, options);
  if (!again) {
    counts.again++;
    return null;
  }
  counts.amended++;
  const cold = compile(options);
  if (JSON.stringify(cold) === JSON.stringify(again.compiled)) {
    counts.alike++;
    return null;
  }
  const both = await runBothSides(entry, again);
  // Without its end a function may call itself for ever.
  const isEndless = both?.device.failure?.includes("maximum recursion depth exceeded");
  const difference = both && !isEndless && both.node.stop === null ? differenceOf(both) : null;
  return difference && `${entry}, edit ${choice}:\n${text}\n${difference}`;
}

it(`edits of seed ${SEED} give what a cold compilation gives, or do the same`, { timeout: 1_800_000 }, async () => {
  const choices = fc.sample(fc.nat(), { seed: SEED, numRuns: programs.length * EDITS_OF_EACH });
  const failures: string[] = [];
  for (const [n, choice] of choices.entries()) {
    const { entry } = programs[n % programs.length] as (typeof programs)[number];
    const isFolder = basename(entry) === "main.ts";
    const copy = join(folder, String(n));
    cpSync(isFolder ? dirname(entry) : entry, isFolder ? copy : join(copy, "main.ts"), { recursive: true });
    const failure = await judge(join(copy, "main.ts"), choice);
    if (failure) failures.push(failure);
  }
  console.log(`Seed ${SEED}: ${JSON.stringify(counts)}`);
  expect(failures).toEqual([]);
  expect(counts.amended).toBeGreaterThan(choices.length / 4);
});
