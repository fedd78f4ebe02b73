// What a user reads when the compiler refuses something.
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Diagnostic } from "../src/diagnostics/diagnostic.ts";
import { type RenderOptions, renderDiagnostics, renderJson } from "../src/diagnostics/render.ts";

const cwd = "/home/me/app";

/** A diagnostic on the part of `source` between « and », which are no part of it. */
function marked(source: string, more: Partial<Diagnostic> = {}): { diagnostic: Diagnostic; text: string } {
  const start = source.indexOf("«");
  const text = source.replace("«", "").replace("»", "");
  const end = source.indexOf("»") - 1;
  const diagnostic = {
    code: "TP3002",
    file: `${cwd}/a.ts`,
    start,
    end,
    message: "A division gives a fraction.",
    hint: "",
    ...more,
  };
  return { diagnostic, text };
}

function render(
  diagnostics: readonly Diagnostic[],
  files: Record<string, string>,
  more: Partial<RenderOptions> = {},
): string {
  return renderDiagnostics(diagnostics, {
    cwd,
    readFile: (path) => files[path.slice(cwd.length + 1)] ?? null,
    ...more,
  });
}

function pretty(source: string): string[] {
  const { diagnostic, text } = marked(source);
  return render([diagnostic], { "a.ts": text }, { pretty: true }).split("\n").slice(3, -3);
}

describe("the plain form", () => {
  it("is one line with the place, the code and the sentence, and the hint under it", () => {
    const { diagnostic, text } = marked("let a = 1;\nlet b = «a / 2»;\n", { hint: "Write Math.floor(a / b)." });
    expect(render([diagnostic], { "a.ts": text })).toBe(
      "a.ts:2:9 - error TP3002: A division gives a fraction.\n  Write Math.floor(a / b).\n1 error in 1 file.\n",
    );
  });

  it("counts columns in UTF-16 units, as editors do, and \\r\\n as one line end", () => {
    const { diagnostic, text } = marked('let x = 1;\r\nlet s = "🎉" + «1»;');
    expect(render([diagnostic], { "a.ts": text })).toContain("a.ts:2:16 - ");
  });

  it("sorts by file and place and says nothing twice", () => {
    const at = (file: string, start: number): Diagnostic => ({
      ...marked("«a»").diagnostic,
      file: `${cwd}/${file}`,
      start,
      end: start + 1,
    });
    const files = { "a.ts": "0123456789ab", "b.ts": "0123456789" };
    const all = [at("b.ts", 1), at("a.ts", 10), at("a.ts", 9), at("b.ts", 1)];
    const text = render(all, files);
    expect(text.split("\n").map((line) => line.split(" - ")[0])).toEqual([
      "a.ts:1:10",
      "a.ts:1:11",
      "b.ts:1:2",
      "3 errors in 2 files.",
      "",
    ]);
    fc.assert(fc.property(fc.shuffledSubarray(all, { minLength: 4 }), (shuffled) => render(shuffled, files) === text));
  });

  it("names a file outside the folder in full, and one that cannot be read without a line", () => {
    const { diagnostic } = marked("«a»", { file: "/home/me/lib/x.ts" });
    expect(render([diagnostic], {})).toBe(
      "/home/me/lib/x.ts - error TP3002: A division gives a fraction.\n1 error in 1 file.\n",
    );
  });

  it("a finding without a place is a sentence alone; none is no text at all", () => {
    expect(render([{ ...marked("«a»").diagnostic, file: null }], {})).toBe(
      "error TP3002: A division gives a fraction.\n1 error.\n",
    );
    expect(render([], {})).toBe("");
  });

  it("has no colours unless asked, and the same words with them", () => {
    const { diagnostic, text } = marked("let b = «a / 2»;", { hint: "Hint." });
    const plain = render([diagnostic], { "a.ts": text }, { pretty: true });
    const coloured = render([diagnostic], { "a.ts": text }, { pretty: true, colour: true });
    expect(coloured).toContain("\x1b[");
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });
});

describe("the pretty form", () => {
  it("shows the line with the guilty part underlined", () => {
    expect(pretty("let a = 1;\n  let b = «a / 2»;\n")).toEqual(["2   let b = a / 2;", "            ~~~~~"]);
  });

  it.each([
    ["tabs are drawn four cells wide", "\tf(\t«x»);", ["1     f(  x);", "          ~"]],
    [
      "an emoji takes two cells, a combining accent none",
      'f("🎉e\u0301", «x»);',
      ['1 f("🎉e\u0301", x);', "           ~"],
    ],
    ["a CRLF leaves nothing behind", "f(«x»\r\n);", ["1 f(x", "    ~"]],
    ["an empty span at the line's end gets one mark", "f(«»", ["1 f(", "    ~"]],
    ["an empty file too", "«»", ["1", "  ~"]],
    [
      "a span of several lines is underlined on each, without its indentation",
      "let a = «{\n    b: 1,\n}»;",
      ["1 let a = {", "          ~", "2     b: 1,", "      ~~~~~", "3 };", "  ~"],
    ],
  ])("%s", (_, source, expected) => {
    expect(pretty(source)).toEqual(expected);
  });

  it("a long span shows its first and last two lines", () => {
    const lines = pretty(`«f(\n${"  x,\n".repeat(10)})»;`);
    expect(lines.filter((line) => !line.includes("~"))).toEqual([" 1 f(", " 2   x,", " …", "11   x,", "12 );"]);
  });

  it("a very long line is cut round the guilty part, with the mark still under it", () => {
    for (const before of [0, 30, 500, 1990]) {
      const [code = "", marks = ""] = pretty(`${"a".repeat(before)}«XYZ»${"b".repeat(2000 - before)}`);
      expect(code.length).toBeLessThan(170);
      expect(code.slice(marks.indexOf("~"), marks.lastIndexOf("~") + 1)).toBe("XYZ");
      expect(code.includes("…a")).toBe(before > 100);
    }
  });

  it("marks something under every line of code that it shows, whatever the text", () => {
    const piece = fc.constantFrom("x", "\t", "é", "e\u0301", " ", "word(", "\n", "\r\n");
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), fc.array(piece), (before, inside, after) => {
        const lines = pretty(`${before.join("")}«${inside.join("")}»${after.join("")}`).filter(
          (line) => !line.includes("…"),
        );
        lines.forEach((line, index) => {
          expect(line).toMatch(index % 2 === 0 ? /^ *\d+( .*)?$/ : /^ +~+$/);
        });
        expect(lines.length % 2).toBe(0);
        expect(lines.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe("what TypeScript says beside its sentence", () => {
  const text = "interface I {\n  a: number;\n}\nconst i: I = {};\n";
  const related = [{ file: `${cwd}/a.ts`, start: 16, end: 17, message: "'a' is declared here." }];
  const { diagnostic } = marked(text.replace("i:", "«i»:"), { code: "TS2741", message: "One.\n  Two.", related });

  it("in the plain form is indented, and other places are one line each", () => {
    expect(render([diagnostic], { "a.ts": text }).split("\n")).toEqual([
      "a.ts:4:7 - error TS2741: One.",
      "  Two.",
      "  a.ts:2:3 - 'a' is declared here.",
      "1 error in 1 file.",
      "",
    ]);
  });

  it("in the pretty form comes with the source of the other places, and no page of ours", () => {
    expect(render([diagnostic], { "a.ts": text }, { pretty: true }).split("\n")).toEqual([
      "a.ts:4:7 - error TS2741: One.",
      "  Two.",
      "",
      "4 const i: I = {};",
      "        ~",
      "",
      "  a.ts:2:3",
      "  2   a: number;",
      "      ~",
      "  'a' is declared here.",
      "",
      "1 error in 1 file.",
      "",
    ]);
  });

  it("in the JSON form stands beside it", () => {
    const json = JSON.parse(renderJson([diagnostic], { cwd, readFile: () => text }));
    const place = { file: "a.ts", line: 2, column: 3, endLine: 2, endColumn: 4 };
    expect(json.diagnostics[0].related).toEqual([{ ...place, message: "'a' is declared here." }]);
  });
});

describe("the page of a code", () => {
  const { diagnostic, text } = marked("«a»", { hint: "Hint." });

  it("stands under the hint where people read", () => {
    const lines = render([diagnostic], { "a.ts": text }, { pretty: true }).split("\n");
    expect(lines.slice(1, 3)).toEqual(["  Hint.", "  docs/language.md#tp3002"]);
    expect(render([diagnostic], { "a.ts": text })).not.toContain("docs/");
  });

  it("is a link on a terminal with colours", () => {
    const coloured = render([diagnostic], { "a.ts": text }, { pretty: true, colour: true });
    expect(coloured).toContain("\x1b]8;;file:///");
    expect(coloured).toContain("/docs/language.md#tp3002\x07docs/language.md#tp3002\x1b]8;;\x07");
    expect(stripVTControlCharacters(coloured)).toContain("  docs/language.md#tp3002\n");
  });
});

describe("the closing lines", () => {
  it("count by file where there are several and people read", () => {
    const at = (file: string, start: number) => ({ ...marked("«a»").diagnostic, file: `${cwd}/${file}`, start });
    const files = { "a.ts": "x\nyz", "b.ts": "x" };
    const text = render([at("b.ts", 0), at("a.ts", 2), at("a.ts", 3)], files, { pretty: true });
    expect(text.split("\n").slice(-6)).toEqual([
      "3 errors in 2 files.",
      "",
      "Errors  Files",
      "     2  a.ts:2",
      "     1  b.ts:1",
      "",
    ]);
  });
});

describe("the JSON form", () => {
  it("gives lines and columns from 1, ends exclusive", () => {
    const { diagnostic, text } = marked("let a = «{\n}»;", { hint: "Hint." });
    const json = JSON.parse(renderJson([diagnostic, diagnostic], { cwd, readFile: () => text }));
    const place = { file: "a.ts", line: 1, column: 9, endLine: 2, endColumn: 2 };
    const words = { message: "A division gives a fraction.", hint: "Hint.", help: "docs/language.md#tp3002" };
    expect(json).toEqual({ version: 1, diagnostics: [{ code: "TP3002", ...place, ...words, related: [] }] });
  });
});
