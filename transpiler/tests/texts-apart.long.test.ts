// Programs in a file that does not stay on the device: its short texts are no names there, and it does what it does in Node.
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { analyse } from "../src/compile.ts";
import { differenceOf, runBothSides } from "./harness/both-sides.ts";
import { closeDevice } from "./harness/device-side.ts";
import { findPrograms } from "./harness/programs.ts";

const accepted = findPrograms(fileURLToPath(new URL("./run", import.meta.url))).filter(
  // One ends by an error, which is looked up by lines that the file with its author's names has elsewhere.
  ({ name, refuse, stopsAt }) => refuse === null && stopsAt === null && name !== "async/module-ends-before-unhandled",
);

afterAll(closeDevice);

describe("a program whose file does not stay does the same", () => {
  it.concurrent.each(accepted)("$name", async ({ entry }) => {
    const join = [{ name: "passing", files: [relative(dirname(entry), entry)] }];
    const both = await runBothSides(entry, analyse({ entry, names: "short", join }));
    expect(both && differenceOf(both)).toBeNull();
  });

  it("and there are such programs", () => expect(accepted.length).toBeGreaterThan(600));
});
