// ts2mpy explain: what the compiler has proven of each value of a file, which helpers that cost or saved, what would be
// boxed, and where the program may stop.
import type { Analysis } from "../compile.ts";
import { describe } from "../lower/expressions/text.ts";
import { aboutHelper } from "../lower/runtime-library.ts";
import type { Range } from "../ranges/range.ts";
import { isText } from "../ranges/texts.ts";
import { LineTable } from "../source-map/line-table.ts";
import type { Expr, Module } from "../tree/nodes.ts";
import { isExpression, nodesOf } from "../tree/walk.ts";
import { optionsOf } from "../types/type.ts";
import { charactersText, floatText, isBoxed, protectionOf, rangeText } from "./protections.ts";

export type NoteKind = "value" | "helper" | "saved" | "boxed" | "stop";

export interface Note {
  readonly kind: NoteKind;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** The piece of TypeScript that it is about. */
  readonly source: string;
  readonly text: string;
}

/** Notes on one module, in the order of its text. `file` is the absolute path; null when the program has no such module. */
export function explain(analysis: Analysis, file: string): Note[] | null {
  const module = analysis.program.modules.find(({ path }) => path === file);
  return module ? new Explainer(analysis, module).notes() : null;
}

const SOURCE_MAX = 40;

class Explainer {
  private readonly lines: LineTable;
  private readonly found = new Map<string, Note>();
  /** Expressions that are stored into, not read: they come after their assignment. */
  private readonly targets = new Set<number>();
  /** Helpers by the start and end of the expression that calls them. */
  private readonly helpers = new Map<string, string[]>();

  constructor(
    private readonly analysis: Analysis,
    private readonly module: Module,
  ) {
    this.lines = new LineTable(module.text);
    for (const { helper, module: index, span } of analysis.helperUses) {
      if (index !== module.index) continue;
      const key = `${span.start},${span.end}`;
      this.helpers.set(key, [...(this.helpers.get(key) ?? []), helper]);
    }
  }

  notes(): Note[] {
    const { program } = this.analysis;
    const functions = program.functions.filter((func) => func?.module === this.module.index);
    const classes = program.classes.filter((made) => made.module === this.module.index);
    for (const node of nodesOf([this.module.body, functions, classes])) {
      if (!isExpression(node)) continue;
      if (node.kind === "assign") this.targets.add(node.target.id);
      this.expression(node);
    }
    this.helperNotes();
    return [...this.found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  }

  private expression(expr: Expr): void {
    if (this.targets.has(expr.id) && expr.kind === "index") return;
    this.value(expr);
    const protection = protectionOf(expr);
    if (protection === null) return;
    const used = this.helpers.get(`${expr.span.start},${expr.span.end}`) ?? [];
    if (used.some((helper) => protection.helpers.includes(helper))) return;
    const isInside = this.analysis.solver.isInside((expr.kind === "assign" ? expr.target : expr).id);
    this.note("saved", expr.span, (isInside && protection.inside) || protection.withoutIt);
    if (protection.inside && !isInside) this.note("stop", expr.span, "if the index lies past the end");
  }

  private value(expr: Expr): void {
    if (expr.kind !== "name" && expr.kind !== "member" && expr.kind !== "binary" && expr.kind !== "call") return;
    if (expr.type.kind === "float")
      return this.note("value", expr.span, `a float${floatText(this.analysis.solver.range(expr.id))}`);
    const isNumber = optionsOf(expr.type).some((option) => option.kind === "number");
    if (!isNumber) {
      if (isText(expr.type)) this.note("value", expr.span, this.text(expr));
      else if (expr.kind === "name" && expr.type.kind !== "function")
        this.note("value", expr.span, describe(expr.type));
      return;
    }
    const range = this.analysis.solver.range(expr.id);
    if (range.low > range.high) return;
    this.note("value", expr.span, `an integer: ${rangeText(range)}${mayBeNegativeZero(range)}${orNone(expr)}`);
    if (isBoxed(range)) this.note("boxed", expr.span, "may pass 2^30: such a value takes 16 bytes of the heap");
  }

  private text(expr: Expr): string {
    return charactersText(this.analysis.solver.characters(expr.id)) + orNone(expr);
  }

  private helperNotes(): void {
    for (const [key, names] of this.helpers) {
      const [start = 0, end = 0] = key.split(",").map(Number);
      for (const name of names) {
        const { purpose, mayStop } = aboutHelper(name);
        this.note("helper", { start, end }, `${name}: ${purpose}`);
        if (mayStop) this.note("stop", { start, end }, `in ${name}, where the value is not what its type says`);
      }
    }
  }

  private note(kind: NoteKind, { start, end }: { readonly start: number; readonly end: number }, text: string): void {
    const { line, column } = this.lines.position(start);
    const whole = this.module.text.slice(start, end).replace(/\s+/g, " ");
    const source = whole.length > SOURCE_MAX ? `${whole.slice(0, SOURCE_MAX - 1)}…` : whole;
    this.found.set(`${kind} ${line} ${source} ${text}`, { kind, line, column, source, text });
  }
}

function mayBeNegativeZero({ negativeZero }: Range): string {
  return negativeZero ? ", or -0" : "";
}

function orNone(expr: Expr): string {
  const none = optionsOf(expr.type).find((option) => option.kind === "none");
  return none?.kind === "none" ? `, or ${none.flavour}` : "";
}
