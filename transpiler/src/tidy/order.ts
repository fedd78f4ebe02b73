// The order in which MicroPython evaluates an expression, and what may stand in for what within it.
import type { Expr, Stmt } from "../python/ast.ts";
import { mentions } from "./walk.ts";

/** What a stretch of code does that another may notice. */
export interface Doings {
  /** Names that it reads. */
  readonly names: Set<string>;
  /** Reads attributes or elements. */
  readsHeap: boolean;
  /** Calls what may do anything. */
  acts: boolean;
}

/** Functions that change nothing and look at nothing but their arguments. */
const PURE = new Set(
  (
    "abs bool bytearray bytes chr const int isinstance len max memoryview min ord property range str " +
    "ts_at ts_char_at ts_char_code ts_char_item ts_code_point ts_codes ts_find_byte ts_hex ts_i32 ts_imul ts_index_of ts_index_of_byte " +
    "ts_index_of_is ts_index_of_item ts_item ts_last_index_of ts_len ts_less ts_mod ts_near ts_quoted ts_round_div ts_sign ts_slice_bytes " +
    "TsDict ts_slice_text ts_split ts_starts_with ts_str ts_substring ts_trim ts_trunc_div ts_units"
  ).split(" "),
);

export function nothing(): Doings {
  return { names: new Set(), readsHeap: false, acts: false };
}

export function doingsOf(expr: Expr): Doings {
  const search = new Search(null);
  search.visit(expr);
  return search.before;
}

/**
 * What is evaluated before the name `sought`, which stands once in the statement; null when it is not certain that it is
 * evaluated exactly once there.
 */
export function before(statement: Stmt, sought: string): Doings | null {
  const search = new Search(sought);
  for (const part of evaluatedAtOnce(statement)) search.visit(part);
  return search.state === "found" ? search.before : null;
}

/** The expressions that a statement evaluates for certain, in order. */
function evaluatedAtOnce(statement: Stmt): readonly Expr[] {
  switch (statement.kind) {
    case "expression":
      return [statement.value];
    case "assign":
      return [statement.value, ...targetParts(statement.target)];
    case "augmented":
      return [statement.target, statement.value];
    case "return":
    case "raise":
      return statement.value ? [statement.value] : [];
    case "if":
      return [statement.test];
    case "for":
      return [statement.iterable];
    default:
      return [];
  }
}

function targetParts(target: Expr): readonly Expr[] {
  if (target.kind === "attribute") return [target.object];
  return target.kind === "index" ? [target.object, target.index] : [];
}

/** Walks in order of evaluation until it meets the name; what it saw until then is in `before`. */
class Search {
  readonly before = nothing();
  state: "seeking" | "found" | "blocked" = "seeking";

  constructor(private readonly sought: string | null) {}

  visit(expr: Expr): void {
    if (this.state !== "seeking") return;
    const step = STEPS[expr.kind] as ((search: Search, expr: Expr) => void) | undefined;
    step?.(this, expr);
  }

  all(exprs: readonly (Expr | null)[]): void {
    for (const expr of exprs) if (expr) this.visit(expr);
  }

  /** What is evaluated perhaps, or more than once. */
  perhaps(expr: Expr): void {
    if (this.state !== "seeking") return;
    if (this.sought !== null && mentions(expr, this.sought)) {
      this.state = "blocked";
      return;
    }
    this.visit(expr);
  }

  name(id: string): void {
    if (id === this.sought) this.state = "found";
    else this.before.names.add(id);
  }

  readHeap(): void {
    if (this.state === "seeking") this.before.readsHeap = true;
  }

  act(): void {
    if (this.state === "seeking") this.before.acts = true;
  }
}

type Steps = { [K in Expr["kind"]]?: (search: Search, expr: Extract<Expr, { kind: K }>) => void };

const STEPS: Steps = {
  name: (search, { id }) => search.name(id),
  attribute(search, { object, acts }) {
    search.visit(object);
    if (acts) search.act();
    else search.readHeap();
  },
  index(search, { object, index }) {
    search.all([object, index]);
    search.readHeap();
  },
  slice(search, { object, from, to }) {
    search.all([object, from, to]);
    search.readHeap();
  },
  call(search, { callee, args, keywords = [] }) {
    search.all([callee, ...args, ...keywords.map(({ value }) => value)]);
    if (callee.kind !== "name" || !PURE.has(callee.id)) search.act();
    else search.readHeap();
  },
  star: (search, { value }) => search.visit(value),
  binary: (search, { left, right }) => search.all([left, right]),
  unary: (search, { operand }) => search.visit(operand),
  compare: (search, { left, right }) => search.all([left, right]),
  bool(search, { left, right }) {
    search.visit(left);
    search.perhaps(right);
  },
  conditional(search, { test, then, otherwise }) {
    search.visit(test);
    search.perhaps(then);
    search.perhaps(otherwise);
  },
  list: (search, { items }) => search.all(items),
  tuple: (search, { items }) => search.all(items),
  // MicroPython evaluates an entry's value before its key.
  dict: (search, { entries }) => search.all(entries.flatMap(([key, value]) => [value, key])),
  lambda: (search, { body }) => search.perhaps(body),
  walrus(search, { name, value }) {
    search.visit(value);
    search.name(name);
    search.act();
  },
  yield(search, { value }) {
    search.all([value]);
    search.act();
  },
  yieldFrom(search, { value }) {
    search.visit(value);
    search.act();
  },
  listComp(search, { iterable, value, test }) {
    search.visit(iterable);
    search.perhaps(value);
    if (test) search.perhaps(test);
  },
};
