// Which functions a device has not: those whose body stands in the place of the only call.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../src/index.ts";

function functionsOf(name: string, names: "short" | "readable"): string[] {
  const entry = fileURLToPath(new URL(`./run/inline/${name}.ts`, import.meta.url));
  const python = compile({ entry, names }).modules.at(-1)?.readable ?? "";
  return [...python.matchAll(/\bdef (\w+)/g)].map(([, made]) => made as string);
}

/** Those that are gone. */
const GONE: Readonly<Record<string, string>> = {
  places: "finish parsed valueOf_ half begin isLong shorten keep isFirst told",
  arguments: "arrive walk twice ignore other plain put both",
  names: "inner second ownUnit ownLimit moduleLimit limitOfItsOwn deepest takes checks shownError",
  ends: "oddOne toldLast early sometimes guard either",
  "left-alone": "",
};

describe("on a device the body stands in the place of the only call", () => {
  it.each(Object.entries(GONE))("%s", (name, gone) => {
    const left = functionsOf(name, "short");
    const all = functionsOf(name, "readable");
    expect(all.filter((one) => !left.includes(one)).join(" ")).toBe(gone);
  });
});

describe("a program that keeps its names keeps its functions", () => {
  it("places", () => {
    expect(functionsOf("places", "readable")).toEqual(expect.arrayContaining(["begin", "told", "parsed"]));
  });
});
