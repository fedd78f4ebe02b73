// Rules of the compiler, each made wrong by a change of its text, with programs of tests/run that must tell.

export interface Mutant {
  /** What is wrong then. */
  readonly name: string;
  /** Below transpiler/. */
  readonly file: string;
  /** Stands in the file exactly once. */
  readonly find: string;
  readonly replace: string;
  readonly programs: readonly [string, ...string[]];
}

const OPERATORS = "src/lower/expressions/operators.ts";
const LOWERING = "src/lower/lowering.ts";
const RANGE = "src/ranges/range.ts";
const HELPERS = "runtime/helpers.py";

export const MUTANTS: readonly Mutant[] = [
  {
    name: "% takes Python's sign",
    file: OPERATORS,
    find: 'x.low >= 0 && y.low > 0 ? py.binary("%", a, b)',
    replace: 'true ? py.binary("%", a, b)',
    programs: ["hazards/n04-remainder-takes-the-dividends-sign"],
  },
  {
    name: "| and ^ do not wrap to 32 bits",
    file: OPERATORS,
    find: 'return within(x, I32) && within(y, I32) ? value : l.callHelper("ts_i32", value);',
    replace: "return value;",
    programs: ["hazards/n09-bit-operators-wrap"],
  },
  {
    name: "& of two large numbers does not wrap",
    file: OPERATORS,
    find: "const masked = within(x, I32)",
    replace: "const masked = true || within(x, I32)",
    programs: ["numbers/bitwise-32"],
  },
  {
    name: "<< does not wrap",
    file: OPERATORS,
    find: 'return exact && expr.type.kind === "number" ? shifted',
    replace: "return true ? shifted",
    programs: ["hazards/n09-bit-operators-wrap"],
  },
  {
    name: ">> takes more than 32 bits",
    file: OPERATORS,
    find: 'within(x, I32) ? a : l.callHelper("ts_i32", a), count(b, y))',
    replace: "a, count(b, y))",
    programs: ["numbers/shifts-by-variable"],
  },
  {
    name: ">>> of a negative number stays negative",
    file: OPERATORS,
    find: "const unsigned = within(x, U32) ? a",
    replace: "const unsigned = true ? a",
    programs: ["hazards/n11-unsigned-shift"],
  },
  {
    name: "a shift's count is taken whole",
    file: OPERATORS,
    find: 'within(range, { low: 0, high: 31 }) ? value : py.binary("&", value, py.int(31))',
    replace: "value",
    programs: ["hazards/n10-shift-counts-are-masked"],
  },
  {
    name: "~ does not wrap",
    file: OPERATORS,
    find: 'within(l.range(operand), I32) ? py.invert(value) : l.callHelper("ts_i32", py.invert(value))',
    replace: "py.invert(value)",
    programs: ["hazards/n09-bit-operators-wrap"],
  },
  {
    name: "Math.trunc of a quotient rounds down",
    file: OPERATORS,
    find: 'x.low >= 0 && y.low > 0 ? py.binary("//", a, b) : l.callHelper("ts_trunc_div", a, b)',
    replace: 'py.binary("//", a, b)',
    programs: ["numbers/integer-division"],
  },
  {
    name: "texts are compared by code points",
    file: HELPERS,
    find: "return ts_units(a) < ts_units(b)",
    replace: "return a < b",
    programs: ["hazards/s01-utf16-units"],
  },
  {
    name: "a text's length counts code points",
    file: HELPERS,
    find: '    return n + count(b"\\xf0") + count(b"\\xf1")',
    replace: '    return n + 0 * count(b"\\xf1")',
    programs: ["hazards/s01-utf16-units"],
  },
  {
    name: "a text is cut by code points",
    file: HELPERS,
    find: "return ts_text(ts_units(s)[a:b])",
    replace: "return s[a:b]",
    programs: ["hazards/s01-utf16-units"],
  },
  {
    name: "sorting is not stable",
    file: HELPERS,
    find: "if compare(src[i], src[j]) > 0:",
    replace: "if compare(src[i], src[j]) >= 0:",
    programs: ["arrays/sort-stability"],
  },
  {
    name: "a dictionary's keys stay as they came",
    file: HELPERS,
    find: "if not indices:\n            return others",
    replace: "if True:\n            return self.order",
    programs: ["objects/functions-of-object"],
  },
  {
    name: "a Map is gone through in the order of a dict",
    file: HELPERS,
    find: "            self.d[key] = len(self.order)\n            self.order.append(key)\n            self.items.append(value)",
    replace:
      "            self.d[key] = len(self.order)\n            self.order.insert(0, key)\n            self.items.insert(0, value)",
    programs: ["maps-sets/changed-while-iterated"],
  },
  {
    name: "a negative index is taken from the end",
    file: HELPERS,
    find: "return xs[i] if 0 <= i < len(xs) else None",
    replace: "return xs[i] if i < len(xs) else None",
    programs: ["arrays/index-before-the-first"],
  },
  {
    name: "no index is tested",
    file: "src/lower/expressions/elements.ts",
    find: "const isBare = l.isInside(expr) || (!mayMiss && isFront);",
    replace: "const isBare = true;",
    programs: ["arrays/index-before-the-first"],
  },
  {
    name: "what comes before statements is not kept",
    file: LOWERING,
    find: 'if (statements.some((statement) => statement.kind !== "def")) {',
    replace: "if (false) {",
    programs: ["hazards/f10-assignments-as-expressions"],
  },
  {
    name: "Python's own order of evaluation shows",
    file: LOWERING,
    find: "return values.map((value, i) => (i <= last && changes[i] ? this.spill(value) : value));",
    replace: "return [...values];",
    programs: ["hazards/f09-order-of-assignment"],
  },
  {
    name: "the turns of a loop share their variables",
    file: "src/lower/declarations/function.ts",
    find: "made.push({ name, default: py.name(name) });",
    replace: "void name;",
    programs: ["closures/block-scopes"],
  },
  {
    name: "a default is evaluated once",
    file: "src/lower/declarations/function.ts",
    find: "  return { name, default: NONE };\n}\n\nfunction constantDefault",
    replace: "  return { name, default: value };\n}\n\nfunction constantDefault",
    programs: ["hazards/f04-defaults-are-evaluated-per-call"],
  },
  {
    name: "finally is left out",
    file: "src/lower/statements/try.ts",
    find: "const last = finalizer ? l.block(finalizer) : [];",
    replace: "const last = finalizer && handlers.length === 0 ? l.block(finalizer) : [];",
    programs: ["control/try-finally"],
  },
  {
    name: "a generator that is left is not closed",
    file: "src/lower/statements/closing.ts",
    find: "return leaves(l, iterable, new Set());",
    replace: "return false && leaves(l, iterable, new Set());",
    programs: ["hazards/f25-generators-are-closed"],
  },
  {
    name: "a case does not fall through",
    file: "src/lower/statements/switch.ts",
    find: 'py.if(py.compare("<=", state, py.int(i))',
    replace: 'py.if(py.compare("==", state, py.int(i))',
    programs: ["hazards/f16-switch"],
  },
  {
    name: "continue does the step twice",
    file: "src/lower/statements/jumps.ts",
    find: 'if (how === "continue") target.step?.();',
    replace: 'if (how === "continue") for (const _ of [1, 2]) target.step?.();',
    programs: ["control/loops-with-several-exits"],
  },
  {
    name: "a labelled jump leaves the inner loop alone",
    file: "src/lower/statements/jumps.ts",
    find: "l.out.push(py.if(py.name(flag), jumpOn));",
    replace: "void jumpOn;",
    programs: ["control/labels-through-switch"],
  },
  {
    name: "empty containers are false",
    file: "src/lower/expressions/logic.ts",
    find: 'if (options.some((option) => option.kind === "none")) return py.isNotNone(value);',
    replace: "if (true) return value;",
    programs: ["arrays/truth-and-identity"],
  },
  {
    name: "?? evaluates what it does not need",
    file: "src/lower/expressions/elements.ts",
    find: "  if (needsOrder(statements)) {\n    const name = l.spill(first);",
    replace: "  if (false) {\n    const name = l.spill(first);",
    programs: ["none/defaults-that-do-something"],
  },
  {
    name: "objects that look alike are equal",
    file: "src/lower/expressions/equality.ts",
    find: 'return py.compare(equal ? "is" : "is not", a, b);',
    replace: 'return py.compare(equal ? "==" : "!=", a, b);',
    programs: ["hazards/e01-equality-is-identity"],
  },
  {
    name: "comparisons stand in comparisons without parentheses",
    file: "src/python/print-expression.ts",
    find: "printExpression(expr.left, clear(expr, expr.left) ?? Level.bitOr, out);",
    replace: "printExpression(expr.left, Level.not, out);",
    programs: ["hazards/f11-comparison-chains"],
  },
  {
    name: "a variable of a block is that of the function",
    file: "src/lower/names.ts",
    find: "while (this.isTaken(binding, name))",
    replace: "while (false)",
    programs: ["hazards/f02-block-scope-and-shadowing"],
  },
  {
    name: "functions assign variables of their own",
    file: "src/lower/declarations/function.ts",
    find: 'if (nonlocals.length > 0) made.push({ kind: "nonlocal", names: nonlocals });',
    replace: "",
    programs: ["hazards/f03-assigned-captures"],
  },
  {
    name: "an await of a value takes no tick",
    file: "src/lower/expressions/index.ts",
    find: 'l.out.push(py.expression({ kind: "yield", value: null }));',
    replace: "",
    programs: ["async/error-ticks"],
  },
  {
    name: "a product is never -0",
    file: RANGE,
    find: "negativeZero: isMinus(a, b) || isMinus(b, a)",
    replace: "negativeZero: false",
    programs: ["numbers/minus-zero-times"],
  },
  {
    name: "a remainder is as small as its dividend",
    file: RANGE,
    find: "const low = a.low < 0 ? -Math.min(most, -a.low) : 0;",
    replace: "const low = 0;",
    programs: ["hazards/n04-remainder-takes-the-dividends-sign"],
  },
  {
    name: "control characters stand in JSON as they are",
    file: HELPERS,
    find: 'if "\\b" in s or "\\f" in s:',
    replace: "if False:",
    programs: ["json/writing"],
  },
  {
    name: "a product of floats is not looked at",
    file: "src/lower/expressions/floats.ts",
    find: "return isSafe ? py.binary",
    replace: "return true ? py.binary",
    programs: ["floats/too-small-stops"],
  },
  {
    name: "Math.round of a float adds a half",
    file: HELPERS,
    find: "    return n + 1 if x - n >= 0.5 else n",
    replace: "    return floor(x + 0.5)",
    programs: ["floats/floats-to-integers"],
  },
  {
    name: "toFixed of a float rounds down",
    file: HELPERS,
    find: "(n >> (-e - 1)) + 1 >> 1",
    replace: "(n >> (-e - 1)) >> 1",
    programs: ["floats/to-fixed"],
  },
  {
    name: "large integers become floats by cutting off",
    file: HELPERS,
    find: "step // 2 - 1 + (n // step & 1)",
    replace: "0",
    programs: ["floats/integers-to-floats"],
  },
  {
    name: "the head of a loop forgets what a turn has left",
    file: "src/ranges/heads.ts",
    find: "const value = join(before, at.solver.atHead(cell));",
    replace: "const value = before;",
    programs: ["numbers/heads-of-loops"],
  },
  {
    name: "a call leaves alone what functions share",
    file: "src/ranges/environment.ts",
    find: "return isItsOwn(binding, func) ?",
    replace: "return true ?",
    programs: ["numbers/captured-and-called"],
  },
  {
    name: "a function that is handed on changes nothing",
    file: "src/ranges/callbacks.ts",
    find: "return !changesObjects(written) && [...written.bindings].every(isOwn);",
    replace: "return true || [...written.bindings].every(isOwn);",
    programs: ["numbers/captured-and-called"],
  },
  {
    name: "twice the half of a length is less than the length",
    file: "src/ranges/lengths.ts",
    find: "range(2 * low - 1, 2 * high)",
    replace: "range(2 * low - 1, 2 * high - 1)",
    programs: ["strings/pairs-of-characters"],
  },
];
