// docs/language.md says what the compiler does: its tables and its codes are made from the compiler's own.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findings } from "../src/diagnostics/catalogue.ts";
import { docsPage, REFERENCE } from "../src/diagnostics/reference.ts";
import { languagePage, wayOut } from "./harness/language-docs.ts";

/** No program of both sides can show these, and why. */
const withoutWayOut: Readonly<Record<string, string>> = {
  TP4006: "Node has no module of MicroPython",
  TP4007: "Node has no module of MicroPython",
  TP5006: "it is another way to save the file",
  TP9001: "a fault of the compiler itself",
};

describe("docs/language.md", () => {
  const page = readFileSync(REFERENCE, "utf8");

  it("is as npm run docs:language makes it", () => {
    expect(page === languagePage(), "run npm run docs:language").toBe(true);
  });

  it.each(Object.values(findings).map((finding) => finding().code))("has a section for %s", (code) => {
    const anchor = docsPage(code)?.split("#")[1] ?? "";
    expect(page.toLowerCase()).toContain(`\n### ${anchor}\n`);
  });

  it("has a program that works for what to write instead of each", () => {
    const codes = Object.values(findings).map((finding) => finding().code);
    expect(codes.filter((code) => wayOut(code) === null && !(code in withoutWayOut))).toEqual([]);
  });
});
