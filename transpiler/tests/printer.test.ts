// The printer, proven against the readers of its text: CPython's own parser, and the MicroPython VM.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InternalError } from "../src/diagnostics/internal-error.ts";
import type { Expr, PythonModule, Span, Stmt } from "../src/python/ast.ts";
import { stringLiteral } from "../src/python/literals.ts";
import { printModule } from "../src/python/printer.ts";
import { expression, statement, text } from "./printer/arbitrary.ts";
import { type Shape, statementShapes } from "./printer/shape.ts";
import { runOnStockMicroPython } from "./printer/stock-micropython.ts";

// Always the same trees: of some seeds the making of the trees has no end.
fc.configureGlobal({ seed: 20_261 });

const reader = fileURLToPath(new URL("./printer/shape.py", import.meta.url));

const moduleOf = (...body: Stmt[]): PythonModule => ({ name: "m", source: "m.ts", body });
const print = (...body: Stmt[]): string => printModule(moduleOf(...body)).python;
const name = (id: string, span?: Span): Expr => ({ kind: "name", id, span });
const int = (value: number): Expr => ({ kind: "int", value: BigInt(value) });
const run = (value: Expr, span?: Span): Stmt => ({ kind: "expression", value, span });
const binary = (operator: "-" | "**" | "*", left: Expr, right: Expr): Expr => ({
  kind: "binary",
  operator,
  left,
  right,
});
const expr = (value: Expr): string => print(run(value)).trimEnd();

function readByPython(sources: readonly string[]): readonly Shape[] {
  const output = execFileSync("python3", ["-W", "ignore", reader], {
    input: JSON.stringify(sources),
    maxBuffer: 1 << 28,
  });
  return JSON.parse(output.toString("utf8")) as readonly Shape[];
}

/** Samples are made first and read by one python3: starting it for each would take minutes. */
function comparesWithPython(bodies: readonly (readonly Stmt[])[], printed = print): void {
  const sources = bodies.map((body) => printed(...body));
  const seen = readByPython(sources);
  bodies.forEach((body, index) => {
    expect(seen[index], sources[index]).toEqual(JSON.parse(JSON.stringify(statementShapes(body))));
  });
}

describe("Python reads back the tree that was printed", () => {
  it("for random expressions", () => {
    comparesWithPython(fc.sample(expression, 1500).map((value) => [run(value)]));
  });

  it("for random statements", () => {
    comparesWithPython(fc.sample(fc.array(statement, { maxLength: 4 }), 300));
  });
});

describe("Python reads back the tree that was printed tight", () => {
  it("for random statements of one line each, of few, and of no line", () => {
    for (const origin of [(start: number) => start, (start: number) => (start >> 3) + 1, () => 1]) {
      const tight = (...body: Stmt[]) => printModule(moduleOf(...placed(body)), origin).python;
      comparesWithPython(fc.sample(fc.array(statement, { maxLength: 4 }), 300), tight);
    }
  });

  it("takes fewer lines for what comes from one line, or can never fail", () => {
    const fails = (span: Span): Stmt => run({ kind: "call", callee: name("f"), args: [] }, span);
    const quiet: Stmt = { kind: "assign", target: name("a"), value: name("b"), span: { start: 9, end: 9 } };
    const same: Stmt = {
      kind: "if",
      test: name("a"),
      then: [fails({ start: 20, end: 21 })],
      otherwise: [],
      span: { start: 20, end: 22 },
    };
    const body = [quiet, fails({ start: 1, end: 2 }), fails({ start: 2, end: 3 }), fails({ start: 10, end: 11 }), same];
    const { marks, python } = printModule(moduleOf(...body), (start) => Math.trunc(start / 10) + 1);
    expect(python).toBe("a = b; f(); f()\nf()\nif a: f()\n");
    // The line of each call, and none for what stands on its line and cannot fail.
    expect(marks.filter(({ line }) => line === 1).map(({ start }) => start)).toEqual([1, 2]);
  });
});

/** With places, one after the other. */
function placed(body: readonly Stmt[]): Stmt[] {
  let at = 0;
  const visit = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(visit);
    if (node === null || typeof node !== "object") return node;
    const kind = (node as { kind?: unknown }).kind;
    const span = typeof kind === "string" ? { span: { start: at++, end: at } } : {};
    return { ...Object.fromEntries(Object.entries(node).map(([key, value]) => [key, visit(value)])), ...span };
  };
  return body.map((each) => visit(each) as Stmt);
}

describe("MicroPython reads the parentheses as CPython does", () => {
  const operators = fc.constantFrom(
    "+",
    "-",
    "*",
    "//",
    "%",
    "&",
    "|",
    "^",
    "<",
    "<=",
    "==",
    "is",
    "and",
    "or",
    "not",
    "~",
    "neg",
    "if",
  );
  const arithmetic: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr }>((tie) => ({
    expr: fc.oneof({ maxDepth: 5 }, fc.integer({ min: -4, max: 9 }).map(int), {
      weight: 3,
      arbitrary: fc
        .tuple(operators, tie("expr"), tie("expr"), tie("expr"))
        .map(([op, a, b, c]) => operation(op, a, b, c)),
    }),
  })).expr;

  it("gives the value that the same expression has with all its parentheses", async () => {
    const samples = fc.sample(arithmetic, 1000);
    const lines = samples.map((sample) => [expr(sample), fullyParenthesised(sample)] as const);
    const output = await runOnStockMicroPython(lines.map(([bare, full]) => check(bare, full)).join("\n"));
    expect(output).toBe("");
  });

  it("finds no syntax error in random expressions", async () => {
    const samples = fc
      .sample(expression, 600)
      .map((value) => print({ kind: "def", name: "f", params: [], body: [run(value)] }));
    const output = await runOnStockMicroPython(samples.map(compiles).join(""));
    // A comprehension is a function of its own: what may stand in it is a matter of scopes, not of the grammar.
    const aboutScopes = /^('yield' outside function|identifier redefined)/;
    expect(output.split(/\r?\n/).filter((line) => line !== "" && !aboutScopes.test(line))).toEqual([]);
  });
});

function compiles(source: string): string {
  const literal = stringLiteral(source);
  return `try:\n exec(${literal})\nexcept SyntaxError as error: print(error, repr(${literal}))\n`;
}

function operation(op: string, a: Expr, b: Expr, c: Expr): Expr {
  if (op === "and" || op === "or") return { kind: "bool", operator: op, left: a, right: b };
  if (op === "not" || op === "~") return { kind: "unary", operator: op, operand: a };
  if (op === "neg") return { kind: "unary", operator: "-", operand: a };
  if (op === "if") return { kind: "conditional", test: a, then: b, otherwise: c };
  if (op === "<" || op === "<=" || op === "==" || op === "is")
    return { kind: "compare", operator: op, left: a, right: b };
  return { kind: "binary", operator: op, left: a, right: b } as Expr;
}

function fullyParenthesised(expr: Expr): string {
  const full = fullyParenthesised;
  if (expr.kind === "int") return `(${expr.value})`;
  if (expr.kind === "unary") return `(${expr.operator} ${full(expr.operand)})`;
  if (expr.kind === "conditional") return `(${full(expr.then)} if ${full(expr.test)} else ${full(expr.otherwise)})`;
  if (expr.kind === "binary" || expr.kind === "compare" || expr.kind === "bool") {
    return `(${full(expr.left)} ${expr.operator} ${full(expr.right)})`;
  }
  throw new Error(expr.kind);
}

/** Both sides may divide by zero, and must do so alike. */
function check(bare: string, full: string): string {
  const value = (text: string, to: string) => `try:\n ${to} = ${text}\nexcept ZeroDivisionError:\n ${to} = 'div'`;
  return `${value(bare, "x")}\n${value(full, "y")}\nif x != y: print(${JSON.stringify(bare)}, x, y)`;
}

describe("literals", () => {
  it("MicroPython reads every text back, whatever its code points", async () => {
    const texts = [...fc.sample(text, 500), "'", '"', `'"`, "\\", "\x7f\x80\xa0", "\u{1f389}\u{10ffff}"];
    const lines = texts.map((value) =>
      print(run({ kind: "call", callee: name("show"), args: [{ kind: "str", value }] })),
    );
    const output = await runOnStockMicroPython(`def show(text):\n print(text.encode().hex())\n${lines.join("")}`);
    expect(output.split(/\r?\n/).slice(0, -1)).toEqual(texts.map((value) => Buffer.from(value).toString("hex")));
  });

  it("keeps visible text readable and escapes the rest", () => {
    expect(expr({ kind: "str", value: "Grüße 🎉 漢" })).toBe('"Grüße 🎉 漢"');
    expect(expr({ kind: "str", value: 'say "hi"' })).toBe(`'say "hi"'`);
    expect(expr({ kind: "str", value: "\0\n\r\t\x1b\u00a0\u2028\u200d\u{e0001}" })).toBe(
      '"\\x00\\n\\r\\t\\x1b\\xa0\\u2028\\u200d\\U000e0001"',
    );
    expect(expr({ kind: "bytes", value: [0, 65, 34, 92, 255] })).toBe(`b'\\x00A"\\\\\\xff'`);
  });

  it("writes an integer in the base that was asked for", () => {
    expect(expr({ kind: "int", value: 255n, hex: 1 })).toBe("0xff");
    expect(expr({ kind: "int", value: -255n, hex: 1 })).toBe("-0xff");
    expect(expr({ kind: "float", value: 1e21 })).toBe("1e+21");
    expect(expr({ kind: "float", value: 3 })).toBe("3.0");
  });
});

describe("parentheses only where Python needs them", () => {
  it.each([
    [binary("-", binary("-", name("a"), name("b")), name("c")), "a - b - c"],
    [binary("-", name("a"), binary("-", name("b"), name("c"))), "a - (b - c)"],
    [binary("**", int(-1), int(2)), "(-1) ** 2"],
    [binary("**", int(2), int(-1)), "2 ** -1"],
    [{ kind: "unary", operator: "-", operand: binary("**", name("a"), int(2)) }, "-a ** 2"],
    [{ kind: "attribute", object: int(5), name: "x" }, "(5).x"],
    [{ kind: "attribute", object: int(-5), name: "x" }, "(-5).x"],
    [{ kind: "tuple", items: [name("a")] }, "(a,)"],
    [{ kind: "call", callee: name("f"), args: [{ kind: "walrus", name: "x", value: int(1) }] }, "f((x := 1))"],
  ] satisfies [Expr, string][])("%#: %s", (tree, expected) => {
    expect(expr(tree)).toBe(expected);
  });

  it("a comparison inside a comparison always has them, for Python would chain it", () => {
    const less: Expr = { kind: "compare", operator: "<", left: name("a"), right: name("b") };
    const both: Expr = { kind: "compare", operator: "is not", left: less, right: less };
    expect(expr(both)).toBe("(a < b) is not (a < b)");
  });

  it("a rest without a name keeps what follows it for keywords", () => {
    const params = [{ name: "a" }, { name: "", rest: true }, { name: "b", default: int(1) }];
    expect(print({ kind: "def", name: "f", params, body: [] })).toBe("def f(a, *, b=1):\n    pass\n");
  });

  it("a walrus is bare as the test of a loop, a yield right of an assignment", () => {
    const test: Expr = { kind: "walrus", name: "x", value: name("y") };
    const value: Expr = { kind: "yieldFrom", value: name("y") };
    expect(print({ kind: "while", test, body: [] })).toBe("while x := y:\n    pass\n");
    expect(print({ kind: "assign", target: name("x"), value })).toBe("x = yield from y\n");
    expect(print({ kind: "return", value })).toBe("return (yield from y)\n");
  });
});

describe("layout", () => {
  const call = run({ kind: "call", callee: name("f"), args: [] });
  const def = (id: string, ...body: Stmt[]): Stmt => ({ kind: "def", name: id, params: [], body });

  it("gives definitions room, and keeps a comment with what it is about", () => {
    const methods = [def("a"), def("b", call)];
    const text = print(
      call,
      { kind: "comment", text: "Why." },
      { kind: "class", name: "C", bases: [], body: methods },
      call,
    );
    expect(text).toBe("f()\n\n\n# Why.\nclass C:\n    def a():\n        pass\n\n    def b():\n        f()\n\n\nf()\n");
  });

  it("a body of comments alone still has a statement", () => {
    expect(print(def("f", { kind: "comment", text: "nothing\nto do" }))).toBe(
      "def f():\n    # nothing\n    # to do\n    pass\n",
    );
  });

  it("an otherwise of one `if` is an elif, of more an else, and a thousand of them are no deeper than one", () => {
    const branch = (otherwise: Stmt[]): Stmt => ({ kind: "if", test: name("a"), then: [call], otherwise });
    expect(print(branch([branch([call])]))).toBe("if a:\n    f()\nelif a:\n    f()\nelse:\n    f()\n");
    expect(print(branch([branch([]), call]))).toContain("else:\n    if a:\n        f()\n    f()\n");
    let chain = branch([]);
    for (let i = 0; i < 20_000; i++) chain = branch([chain]);
    expect(print(chain).split("\n")).toHaveLength(40_003);
  });
});

describe("marks", () => {
  it("each statement and each expression with a span is marked where it stands", () => {
    const at = (start: number): Span => ({ start, end: start + 1 });
    const inner: Stmt = run({ kind: "call", callee: name("f", at(30)), args: [name("x", at(32))] }, at(30));
    const body: Stmt[] = [{ kind: "if", test: name("a", at(24)), then: [inner], otherwise: [], span: at(20) }];
    expect(printModule(moduleOf(...body)).marks).toEqual([
      { line: 1, column: 0, start: 20 },
      { line: 1, column: 3, start: 24 },
      { line: 2, column: 4, start: 30 },
      { line: 2, column: 6, start: 32 },
    ]);
  });

  it("every statement of a random program has a line of its own", () => {
    const counted = fc.array(statement, { maxLength: 4 });
    fc.assert(
      fc.property(counted, (body) => {
        const numbered = body.map((stmt, start): Stmt => ({ ...stmt, span: { start, end: start + 1 } }));
        const lines = printModule(moduleOf(...numbered))
          .marks.filter((mark) => mark.column === 0)
          .map((mark) => mark.line);
        expect(new Set(lines).size).toBeGreaterThanOrEqual(body.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe("a tree without a Python form is an internal error with its place", () => {
  const span: Span = { start: 7, end: 9 };
  const failure = (stmt: Stmt): InternalError => {
    try {
      print(stmt);
    } catch (error) {
      if (error instanceof InternalError) return error;
    }
    throw new Error("nothing was thrown");
  };

  it.each([
    ["a lone surrogate", { kind: "str", value: "a\ud800b" }],
    ["a byte above 255", { kind: "bytes", value: [256] }],
    ["an infinite number", { kind: "float", value: Number.POSITIVE_INFINITY }],
    ["a star outside a call", { kind: "list", items: [{ kind: "star", value: name("x") }] }],
  ] satisfies [string, Expr][])("%s", (_, value) => {
    expect(failure(run({ ...value, span })).span).toEqual(span);
  });

  it.each(["with space", 'quo"te', "", "1st", "class", "a\nimport os", "a.b"])("the name %j", (id) => {
    expect(failure(run({ ...name(id), span })).span).toEqual(span);
    expect(failure(run({ kind: "attribute", object: name("x"), name: id, span })).span).toEqual(span);
    expect(failure({ kind: "def", name: "f", params: [{ name: id }], body: [], span }).span).toEqual(span);
  });

  it("a global without names", () => {
    expect(failure({ kind: "global", names: [], span }).span).toEqual(span);
  });
});
