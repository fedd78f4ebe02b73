// Thirty random edits under npm run build -- --watch, and then the same bytes as from a cold build.
import fc from "fast-check";
import { afterEach, beforeEach, test } from "vitest";
import { editedBody } from "../bench/watched-project.ts";
import { WatchedBuild } from "./watched-build.ts";

const EDITS = 30;
const MAIN = "main.ts";

let watched: WatchedBuild;
beforeEach(() => {
  watched = new WatchedBuild();
});
afterEach(() => watched.end());

/** Statements that change what comes out: some are refused for one reason or another. */
const statements = [
  "    console.log(Math.abs(-3));",
  "    let extra = 5;\n    extra += 2;\n    console.log(extra);",
  "    for (let extra = 0; extra < 3; extra++) console.log(extra);",
  "    const wrong: number = 1 / 2;",
  '    const wrong: number = "text";',
  "    }",
  "",
];

test(`after ${EDITS} random edits dist/ is that of a cold build`, async () => {
  await watched.start();
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  console.log(`seed ${seed}`);
  const edits = fc.sample(
    fc.record({
      path: fc.constantFrom(...watched.project.modules),
      choice: fc.nat(20),
      statement: fc.constantFrom(...statements),
      keep: fc.boolean(),
    }),
    { seed, numRuns: EDITS },
  );
  for (const { path, choice, statement, keep } of edits) {
    const before = watched.read(path);
    const text = editedBody(before, choice, statement);
    if (text === null) continue;
    const answer = await watched.edit(path, text);
    // What is refused is taken back, and half of the rest.
    if (!/^[0-9a-f]{12}$/.test(answer) || !keep) await watched.edit(path, `${before} `);
  }
  await watched.edit(MAIN, `${watched.read(MAIN)} `);
  await watched.expectColdBuild();
});
