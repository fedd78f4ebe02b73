import { basename } from "node:path";
import { describe, expect, test } from "vitest";
import { findTool, verdict } from "../require-tool.ts";

describe("a program that tests need", () => {
  test("is found on the PATH, and one that is not there is not", () => {
    expect(findTool(basename(process.execPath))).toBeDefined();
    expect(findTool("no-such-program-anywhere")).toBeUndefined();
  });

  test.each([
    ["is there", [], undefined, "run"],
    ["is there, on CI", [], "true", "run"],
    ["is missing on a developer's machine", ["mosquitto"], undefined, "skip"],
    ["is missing, with CI switched off", ["mosquitto"], "false", "skip"],
    ["is missing on CI", ["mosquitto"], "true", "fail"],
  ] as const)("that %s", (_situation, missing, ci, outcome) => {
    expect(verdict(missing, ci)).toBe(outcome);
  });
});
