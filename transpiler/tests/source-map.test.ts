// Source maps and tracebacks: from a line of Python on the device to the TypeScript that it comes from.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expr, Span, Stmt } from "../src/python/ast.ts";
import { printModule } from "../src/python/printer.ts";
import { LineTable } from "../src/source-map/line-table.ts";
import { originalPosition, parseSourceMap, toSourceMap } from "../src/source-map/source-map.ts";
import { framesOf, lookupIn, mapTraceback } from "../src/trace/traceback.ts";
import { runOnVm } from "../src/vm/index.ts";

const typescript = "const a = 1;\r\n\tthrow boom(a);\n// é🎉\nboom();\n";
const spanOf = (part: string): Span => {
  const start = typescript.indexOf(part);
  return { start, end: start + part.length };
};
const call = (id: string, args: readonly Expr[], span: Span): Expr => ({
  kind: "call",
  callee: { kind: "name", id },
  args,
  span,
});
const name = (id: string, span: Span): Expr => ({ kind: "name", id, span });

const body: Stmt[] = [
  { kind: "comment", text: "made by the compiler" },
  {
    kind: "assign",
    target: name("a", spanOf("a = 1")),
    value: { kind: "int", value: 1n },
    span: spanOf("const a = 1;"),
  },
  { kind: "raise", value: call("boom", [name("a", spanOf("a);"))], spanOf("boom(a)")), span: spanOf("throw boom(a);") },
  { kind: "pass" },
  { kind: "expression", value: call("boom", [], spanOf("boom();")), span: spanOf("boom();") },
];
const printed = printModule({ name: "app.x", source: "x.ts", body });
const files = { file: "app/x.py", source: "x.ts", sourceContent: typescript, functions: [] };
const map = toSourceMap(printed.marks, files);
const readMap = parseSourceMap(map);

describe("a source map", () => {
  it("names its files, keeps the source, and is the same text each time", () => {
    const parsed = JSON.parse(map);
    expect(parsed).toMatchObject({ version: 3, file: "app/x.py", sources: ["x.ts"], sourcesContent: [typescript] });
    expect(toSourceMap(printed.marks, files)).toBe(map);
  });

  it("gives the statement of a line, as a traceback asks for it", () => {
    expect(originalPosition(readMap, 2)).toEqual({ source: "x.ts", line: 1, column: 1 });
    expect(originalPosition(readMap, 3)).toEqual({ source: "x.ts", line: 2, column: 2 });
  });

  it("gives the expression at a column", () => {
    const line = "raise boom(a)";
    expect(printed.python.split("\n")[2]).toBe(line);
    expect(originalPosition(readMap, 3, line.indexOf("boom"))).toMatchObject({ line: 2, column: 8 });
    expect(originalPosition(readMap, 3, line.indexOf("a)"))).toMatchObject({ line: 2, column: 13 });
  });

  it("a line of the compiler's own belongs to the statement above it; before the first one there is none", () => {
    expect(originalPosition(readMap, 4)).toMatchObject({ line: 2, column: 2 });
    expect(originalPosition(readMap, 1)).toBeNull();
    expect(originalPosition(readMap, 0)).toBeNull();
    expect(originalPosition(readMap, 99)).toMatchObject({ line: 4, column: 1 });
  });
});

describe("lines and columns", () => {
  const unit = fc.constantFrom("a", "\t", "é", "🎉", "\n", "\r", "\r\n", "\u2028");

  it("cut a text into lines that put it together again", () => {
    fc.assert(
      fc.property(fc.array(unit), fc.nat(40), (units, offset) => {
        const text = units.join("");
        const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
        const table = new LineTable(text);
        const { line, column } = table.position(offset);
        expect(lines.map((_, index) => table.lineText(index + 1))).toEqual(lines);
        // Going on from a line's start by its column is going to the offset.
        const upTo = text.slice(0, Math.min(offset, text.length));
        const closed = upTo.endsWith("\r") && text[upTo.length] === "\n" ? upTo.slice(0, -1) : upTo;
        expect(line).toBe(closed.split(/\r\n|[\n\r\u2028\u2029]/).length);
        expect(table.lineText(line).startsWith(text.slice(upTo.length - column + 1, closed.length))).toBe(true);
      }),
    );
  });

  it("an offset outside the text counts as its end", () => {
    expect(new LineTable("ab\nc").position(99)).toEqual({ line: 2, column: 2 });
    expect(new LineTable("ab\nc").position(-1)).toEqual({ line: 1, column: 1 });
  });
});

describe("a traceback", () => {
  const lookup = lookupIn(new Map([["app/x.py", { map, source: "/home/me/x.ts" }]]));

  it("of the VM gets the lines of the TypeScript; a file without a map stays as it is", async () => {
    const result = await runOnVm({
      files: { "main.py": "import app.x\n", "app/x.py": `boom = ValueError\n${printed.python}` },
    });
    const shifted = toSourceMap(
      printed.marks.map((mark) => ({ ...mark, line: mark.line + 1 })),
      files,
    );
    const text = mapTraceback(result.error ?? "", lookupIn(new Map([["app/x.py", { map: shifted }]])));
    expect(text).toBe(
      'Traceback (most recent call last):\n  File "main.py", line 1, in <module>\n  x.ts:2:2 in <module>\nValueError: 1\n',
    );
  });

  it("in the middle of a serial log with \\r\\n is found there, by any spelling of the path", () => {
    const log =
      'start\r\n  File "/app/x.py", line 2, in f\r\n  File "app/x.mpy", line 3\r\n  File "y.py", line 2, in g\r\nend';
    expect(mapTraceback(log, lookup)).toBe(
      'start\r\n  /home/me/x.ts:1:1 in <module>\r\n  /home/me/x.ts:2:2 in <module>\r\n  File "y.py", line 2, in g\r\nend',
    );
    expect(framesOf(log, lookup)).toEqual([
      { file: "/home/me/x.ts", line: 1, column: 1, functionName: "<module>" },
      { file: "/home/me/x.ts", line: 2, column: 2, functionName: "<module>" },
      { file: "y.py", line: 2, column: null, functionName: "g" },
    ]);
  });

  it("asks for each map once, however deep the recursion", () => {
    let asked = 0;
    const counted = (file: string) => {
      asked++;
      return lookup(file);
    };
    mapTraceback('  File "app/x.py", line 2, in f\n'.repeat(100), counted);
    expect(asked).toBe(1);
  });
});
