// Random Python trees for fast-check: every kind of node in every place where Python's grammar allows it.
import fc from "fast-check";
import type { BinaryOperator, CompareOperator, ExceptHandler, Expr, Param, Stmt } from "../../src/python/ast.ts";

export const binaryOperators: readonly BinaryOperator[] = [
  "+",
  "-",
  "*",
  "/",
  "//",
  "%",
  "**",
  "&",
  "|",
  "^",
  "<<",
  ">>",
];
export const compareOperators: readonly CompareOperator[] = [
  "==",
  "!=",
  "<",
  "<=",
  ">",
  ">=",
  "is",
  "is not",
  "in",
  "not in",
];

const identifier = fc.constantFrom("a", "b", "_c", "d1", "ünï");
const name = identifier.map((id): Expr => ({ kind: "name", id }));
const int = fc
  .tuple(fc.bigInt({ min: -(2n ** 40n), max: 2n ** 40n }), fc.boolean())
  .map(([value, hex]): Expr => ({ kind: "int", value, hex: hex ? 4 : 0 }));
const float = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value): Expr => ({ kind: "float", value }));
/** Whole code points of all planes, and often those that need an escape. */
export const text = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom("\\", "\n", "\r", "\t", "\0", "'", '"', "\u2028", "\u200d", "\ufeff", "é", "🎉"),
  ),
  maxLength: 8,
});
const str = text.map((value): Expr => ({ kind: "str", value }));
const bytes = fc.uint8Array({ maxLength: 6 }).map((value): Expr => ({ kind: "bytes", value: [...value] }));
const constant = fc.constantFrom("None", "True", "False").map((value): Expr => ({ kind: "constant", value }) as Expr);
const leaf = fc.oneof({ arbitrary: name, weight: 4 }, int, float, str, bytes, constant);

function compound(inner: fc.Arbitrary<Expr>, target: fc.Arbitrary<Expr>): fc.Arbitrary<Expr> {
  const optional = fc.option(inner);
  const few = fc.array(inner, { maxLength: 3 });
  const kind = <K extends Expr["kind"]>(value: K) => fc.constant(value);
  const argument = fc.oneof(
    { arbitrary: inner, weight: 4 },
    inner.map((value): Expr => ({ kind: "star", value })),
  );
  return fc.oneof(
    fc.record({ kind: kind("attribute"), object: inner, name: identifier }),
    fc.record({ kind: kind("index"), object: inner, index: inner }),
    fc.record({ kind: kind("slice"), object: inner, from: optional, to: optional }),
    fc.record({
      kind: kind("call"),
      callee: inner,
      args: fc.array(argument, { maxLength: 3 }),
      keywords: keywordsOf(inner),
    }),
    {
      weight: 6,
      arbitrary: fc.record({
        kind: kind("binary"),
        operator: fc.constantFrom(...binaryOperators),
        left: inner,
        right: inner,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: kind("unary"), operator: fc.constantFrom("-", "+", "~", "not"), operand: inner }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: kind("compare"),
        operator: fc.constantFrom(...compareOperators),
        left: inner,
        right: inner,
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ kind: kind("bool"), operator: fc.constantFrom("and", "or"), left: inner, right: inner }),
    },
    { weight: 2, arbitrary: fc.record({ kind: kind("conditional"), test: inner, then: inner, otherwise: inner }) },
    fc.record({ kind: kind("list"), items: few }),
    fc.record({ kind: kind("tuple"), items: few }),
    fc.record({ kind: kind("dict"), entries: fc.array(fc.tuple(inner, inner), { maxLength: 2 }) }),
    fc.record({ kind: kind("lambda"), params: paramsOf(inner), body: inner }),
    fc.record({ kind: kind("walrus"), name: identifier, value: inner }),
    fc.record({ kind: kind("yield"), value: optional }),
    fc.record({ kind: kind("yieldFrom"), value: inner }),
    fc.record({ kind: kind("listComp"), value: inner, target, iterable: inner, test: optional }),
  ) as fc.Arbitrary<Expr>;
}

function keywordsOf(inner: fc.Arbitrary<Expr>) {
  return fc.uniqueArray(fc.record({ name: identifier, value: inner }), {
    maxLength: 2,
    selector: (keyword) => keyword.name,
  });
}

/** Names once each, parameters with defaults after those without, a rest parameter last. */
function paramsOf(inner: fc.Arbitrary<Expr>): fc.Arbitrary<Param[]> {
  const names = fc.uniqueArray(identifier, { maxLength: 4 });
  return fc.tuple(names, fc.array(inner, { maxLength: 3 }), fc.boolean()).map(([ids, defaults, rest]) =>
    ids.map((id, index): Param => {
      if (rest && index === ids.length - 1) return { name: id, rest: true };
      const value = defaults[index - Math.max(0, ids.length - defaults.length)];
      return value === undefined ? { name: id } : { name: id, default: value };
    }),
  );
}

export const expression: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr; target: Expr }>((tie) => ({
  target: fc.oneof(
    { weight: 3, arbitrary: name },
    fc.array(name, { minLength: 1, maxLength: 3 }).map((items): Expr => ({ kind: "tuple", items })),
    fc.record({ kind: fc.constant("attribute" as const), object: tie("expr"), name: identifier }),
    fc.record({ kind: fc.constant("index" as const), object: tie("expr"), index: tie("expr") }),
  ),
  expr: fc.oneof({ maxDepth: 5, depthIdentifier: "expr" }, leaf, {
    weight: 4,
    arbitrary: compound(tie("expr"), tie("target")),
  }),
})).expr;

const place = fc.oneof(
  name,
  fc.record({ kind: fc.constant("attribute" as const), object: name, name: identifier }),
  fc.record({ kind: fc.constant("index" as const), object: name, index: expression }),
) as fc.Arbitrary<Expr>;
const tupleOfPlaces = fc.array(place, { minLength: 1, maxLength: 3 }).map((items): Expr => ({ kind: "tuple", items }));

const kind = <K extends Stmt["kind"]>(value: K) => fc.constant(value);
const namesOf = fc.uniqueArray(identifier, { minLength: 1, maxLength: 3 });
const alias = fc.option(identifier, { nil: undefined });

const simple = fc.oneof(
  fc.record({ kind: kind("expression"), value: expression }),
  fc.record({ kind: kind("assign"), target: fc.oneof(place, tupleOfPlaces), value: expression }),
  fc.record({
    kind: kind("augmented"),
    target: place,
    operator: fc.constantFrom(...binaryOperators),
    value: expression,
  }),
  fc.record({ kind: fc.constantFrom("break", "continue", "pass") }),
  fc.record({ kind: fc.constantFrom("return", "raise"), value: fc.option(expression) }),
  fc.record({ kind: fc.constantFrom("global", "nonlocal"), names: namesOf }),
  fc.record({ kind: kind("import"), module: fc.constantFrom("a", "a.b"), as: alias }),
  fc.record({
    kind: kind("from"),
    module: fc.constantFrom("a", "a.b"),
    names: fc.array(fc.record({ name: identifier, as: alias }), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ kind: kind("delete"), target: fc.oneof(place, tupleOfPlaces) }),
  fc.record({ kind: kind("comment"), text: fc.constantFrom("why", "two\nlines", "") }),
) as fc.Arbitrary<Stmt>;

export const statement: fc.Arbitrary<Stmt> = fc.letrec<{ stmt: Stmt; body: Stmt[] }>((tie) => {
  const handler = fc
    .record({ type: expression, name: fc.option(identifier), body: tie("body") })
    .map((made): ExceptHandler => made);
  const bare = tie("body").map((body): ExceptHandler => ({ type: null, name: null, body }));
  const handlers = fc
    .tuple(fc.array(handler, { maxLength: 2 }), fc.option(bare))
    .map(([typed, last]) => (last ? [...typed, last] : typed));
  const compoundStmt = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: kind("if"), test: expression, then: tie("body"), otherwise: tie("body") }),
    },
    fc.record({ kind: kind("while"), test: expression, body: tie("body") }),
    fc.record({ kind: kind("for"), target: fc.oneof(place, tupleOfPlaces), iterable: expression, body: tie("body") }),
    fc
      .record({ kind: kind("try"), body: tie("body"), handlers, finalizer: tie("body") })
      .filter((made) => made.handlers.length + made.finalizer.length > 0),
    fc.record({
      kind: kind("def"),
      name: identifier,
      params: paramsOf(expression),
      body: tie("body"),
      decorators: fc.array(name, { maxLength: 1 }),
    }),
    fc.record({
      kind: kind("class"),
      name: identifier,
      bases: fc.array(expression, { maxLength: 2 }),
      body: tie("body"),
    }),
  ) as fc.Arbitrary<Stmt>;
  return {
    body: fc.array(tie("stmt"), { maxLength: 3, depthIdentifier: "stmt" }),
    stmt: fc.oneof(
      { maxDepth: 3, depthIdentifier: "stmt" },
      { weight: 2, arbitrary: simple },
      { weight: 2, arbitrary: compoundStmt },
    ),
  };
}).stmt;
