// The Python of a handful of programs as a programmer would read it: whole files, kept beside their TypeScript. A change of
// them is seen in review; `npx vitest run --project compiler transpiler/tests/golden.test.ts -u` writes them anew.
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { analyse, compile } from "../src/compile.ts";
import { differenceOf, runBothSides } from "./harness/both-sides.ts";
import { closeDevice } from "./harness/device-side.ts";
import { findPrograms } from "./harness/programs.ts";

const folder = fileURLToPath(new URL("./golden/programs", import.meta.url));

afterAll(closeDevice);

describe.each(findPrograms(folder))("$name", ({ name, entry }) => {
  it("is the Python that was read and found good", async () => {
    const python = (native: boolean) => compile({ entry, native }).modules.at(-1)?.python ?? "";
    await expect(python(false)).toMatchFileSnapshot(`${folder}/${name}.py`);
    if (python(true) !== python(false)) await expect(python(true)).toMatchFileSnapshot(`${folder}/${name}.native.py`);
  });

  it("behaves as in Node", async () => {
    const both = await runBothSides(entry, analyse({ entry, names: "short" }));
    expect(both && differenceOf(both)).toBeNull();
  });
});
