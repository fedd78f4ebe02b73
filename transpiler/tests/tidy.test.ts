// What is left of a program after the lowering: nothing that nobody reaches.
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { compile } from "../src/index.ts";

const entry = fileURLToPath(new URL("./run/output/unused/main.ts", import.meta.url));
const { modules } = compile({ entry });
const text = (name: string) => modules.find((module) => module.name === name)?.python ?? "";

describe("what nobody asks for is not emitted", () => {
  it.each(["UNUSED", "Never", "def unused", "get_never", "misses", "def miss", "LIMIT", "names"])("%s", (name) => {
    expect(text("app.shapes")).not.toContain(name);
    expect(text("app.talking")).not.toContain(name);
  });

  it("nor a module of which nothing is left", () => {
    expect(modules.map(({ name }) => name)).toEqual(["app._ts", "app.shapes", "app.talking", "app.main"]);
  });

  it("but what its making does is done", () => {
    for (const done of ["module", "unused, but it says so", "label", "unread", "static"])
      expect(text("app.shapes")).toContain(`trace("${done}")`);
  });

  it("and what the entry exports stays, with the members that its types name", () => {
    const [module] = compile({ entry: fileURLToPath(new URL("./golden/exports.ts", import.meta.url)) }).modules.slice(
      -1,
    );
    expect(module?.python).toContain("def turn(self)");
    expect(module?.python).not.toContain("unused");
  });
});
