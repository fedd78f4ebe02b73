// docs/language.md says what the compiler does: its tables and its codes are made from the compiler's own.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findings } from "../src/diagnostics/catalogue.ts";
import { docsPage, REFERENCE } from "../src/diagnostics/reference.ts";
import { languagePage } from "./harness/language-docs.ts";

describe("docs/language.md", () => {
  const page = readFileSync(REFERENCE, "utf8");

  it("is as npm run docs:language makes it", () => {
    expect(page === languagePage(), "run npm run docs:language").toBe(true);
  });

  it.each(Object.values(findings).map((finding) => finding().code))("has a section for %s", (code) => {
    const anchor = docsPage(code)?.split("#")[1] ?? "";
    expect(page.toLowerCase()).toContain(`\n### ${anchor}\n`);
  });
});
