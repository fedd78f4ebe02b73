// Where it failed: a program that ends by an error at any of its statements says the very line and function.
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { closeDevice, runOnDevice } from "./harness/device-side.ts";
import { failEverywhere } from "./harness/probe-runs.ts";
import { probedPrograms } from "./harness/probed-programs.ts";

afterAll(closeDevice);

describe.each(["readable", "short"] as const)("an error at each statement is shown at its line: %s names", (names) => {
  it.each(probedPrograms)("%s", async (name) => {
    const entry = fileURLToPath(new URL(`./run/${name}.ts`, import.meta.url));
    const { ended, wrong } = await failEverywhere(entry, names, runOnDevice);
    expect(wrong).toEqual([]);
    expect(ended).toBeGreaterThan(8);
  });
});
