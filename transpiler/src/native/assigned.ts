// Which variables of a Python function surely have a value where they are read. Bytecode looks whenever it reads one, and
// throws; native code takes what happens to lie there.
import type { Expr, Stmt } from "../python/ast.ts";
import { usesIn } from "../tidy/scope.ts";
import { nodesOf } from "../tidy/walk.ts";
import type { Definition, Place } from "./index.ts";

type StmtOf<K extends Stmt["kind"]> = Extract<Stmt, { kind: K }>;
type Names = ReadonlySet<string>;
/** null where nobody comes. */
type Known = Names | null;
type Steps = { [K in Stmt["kind"]]?: (statement: StmtOf<K>, known: Names) => Known };

/** Calls `found` for each name that is read where it may have no value. */
export function checkAssigned(definition: Definition, found: (name: string, at: Place) => void): void {
  const own = ownNames(definition);
  /** What has a value at the breaks of each loop around. */
  const breaks: Known[][] = [];

  const block = (body: readonly Stmt[], known: Known): Known =>
    body.reduce((now: Known, statement) => (now === null ? null : step(statement, now)), known);

  const step = (statement: Stmt, known: Names): Known => {
    const rule = STEPS[statement.kind] as ((statement: Stmt, known: Names) => Known) | undefined;
    return rule ? rule(statement, known) : known;
  };

  /** What a function within uses of this one must be there when it is made. */
  const inner = (made: Stmt, known: Names, itself: string | null): void => {
    for (const [name, { captured }] of usesIn([made])) if (captured && name !== itself) use(name, made, known);
  };

  const use = (name: string, at: Place, known: Names): void => {
    if (own.has(name) && !known.has(name)) found(name, at);
  };

  const read = (expr: Expr | null, known: Names): Names => {
    if (expr === null) return known;
    if (expr.kind === "lambda" || expr.kind === "listComp") inner({ kind: "expression", value: expr }, known, null);
    else if (expr.kind === "name") use(expr.id, expr, known);
    else for (const part of partsOf(expr)) read(part, known);
    return expr.kind === "walrus" ? plus(known, [expr.name]) : known;
  };

  const loop = (body: readonly Stmt[], known: Names, after: Known): Known => {
    breaks.push([after]);
    block(body, known);
    return both(breaks.pop() as Known[]);
  };

  const STEPS: Steps = {
    expression: ({ value }, known) => read(value, known),
    assign({ target, value }, known) {
      read(value, known);
      if (target.kind !== "name" && target.kind !== "tuple") read(target, known);
      return plus(known, namesIn(target));
    },
    augmented: ({ target, value }, known) => read(value, read(target, known)),
    if({ test, then, otherwise }, known) {
      const after = read(test, known);
      return both([block(then, after), block(otherwise, after)]);
    },
    while({ test, body }, known) {
      const after = read(test, known);
      const isEndless = test.kind === "constant" && test.value === "True";
      return loop(body, after, isEndless ? null : after);
    },
    for({ target, iterable, body }, known) {
      read(iterable, known);
      return loop(body, plus(known, namesIn(target)), known);
    },
    break(_, known) {
      breaks.at(-1)?.push(known);
      return null;
    },
    continue: () => null,
    return({ value }, known) {
      read(value, known);
      return null;
    },
    raise({ value }, known) {
      read(value, known);
      return null;
    },
    try({ body, handlers, finalizer }, known) {
      const ends = handlers.map((one) => block(one.body, one.name === null ? known : plus(known, [one.name])));
      const after = both([block(body, known), ...ends]);
      const last = block(finalizer, known);
      return after && last && plus(after, last);
    },
    def(made, known) {
      inner(made, known, made.name);
      return plus(known, [made.name]);
    },
    class(made, known) {
      inner(made, known, made.name);
      return plus(known, [made.name]);
    },
    delete({ target }, known) {
      read(target, known);
      return known;
    },
  };
  block(definition.body, new Set(definition.params.map(({ name }) => name)));
}

function ownNames({ params, body }: Definition): Names {
  const foreign = nodesOf(body).flatMap((node) =>
    node.kind === "global" || node.kind === "nonlocal" ? (node.names as readonly string[]) : [],
  );
  const written = [...usesIn(body)].filter(([, { writes }]) => writes > 0).map(([name]) => name);
  return new Set([...params.map(({ name }) => name), ...written.filter((name) => !foreign.includes(name))]);
}

function partsOf(expr: Expr): Expr[] {
  const parts = Object.values(expr).flat(2) as unknown[];
  return parts.filter((part): part is Expr => typeof part === "object" && part !== null && "kind" in part);
}

function namesIn(target: Expr): string[] {
  if (target.kind === "name") return [target.id];
  return target.kind === "tuple" ? target.items.flatMap(namesIn) : [];
}

function plus(known: Names, more: Iterable<string>): Names {
  return new Set([...known, ...more]);
}

/** What has a value on each of these ways. */
function both(ways: readonly Known[]): Known {
  const taken = ways.filter((way) => way !== null);
  const [first, ...rest] = taken;
  return first === undefined ? null : new Set([...first].filter((name) => rest.every((way) => way.has(name))));
}
