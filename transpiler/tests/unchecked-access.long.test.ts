// The programs as the firmware is compiled: `xs[i]` has undefined in its type. What is compiled then does what it does in Node.
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { analyse } from "../src/compile.ts";
import { differenceOf, runBothSides } from "./harness/both-sides.ts";
import { closeDevice } from "./harness/device-side.ts";
import { findPrograms } from "./harness/programs.ts";

const programs = findPrograms(fileURLToPath(new URL("./run", import.meta.url))).filter(
  ({ refuse, stopsAt }) => refuse === null && stopsAt === null,
);
let compiled = 0;

afterAll(closeDevice);

describe("with noUncheckedIndexedAccess, where nothing is refused", () => {
  it.concurrent.each(programs)("$name", async ({ entry }) => {
    const analysed = analyse({ entry, names: "short", noUncheckedIndexedAccess: true });
    if (analysed.compiled.diagnostics.length > 0) return;
    compiled += 1;
    const both = await runBothSides(entry, analysed);
    expect(both && differenceOf(both)).toBeNull();
  });

  it("most programs are compiled", () => expect(compiled).toBeGreaterThan(400));
});
