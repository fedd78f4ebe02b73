// Every sentence of the compiler reads well by itself: one on what is wrong, one on what to write instead, and nothing of
// how the compiler is made.
import { describe, expect, it } from "vitest";
import { findings } from "../src/diagnostics/catalogue.ts";

const said = Object.entries(findings).map(([name, finding]) => ({ name, ...finding("…", "…", "…", "…", "…") }));

describe.each(said)("$code", ({ message, hint }) => {
  it("says what is wrong in one sentence", () => {
    expect(message).toMatch(/^[^\n]{1,160}\.$/);
  });

  it("says what to write instead", () => {
    expect(hint).toMatch(/^[^\n]{1,200}$/);
  });

  it("promises nothing and shows nothing of the inside", () => {
    expect(`${message} ${hint}`).not.toMatch(/\b(yet|slot|cell|binding|extract|lowering|shape|unif|AST)\b/i);
  });
});
