// Takes out statements that do nothing: values that nobody takes, the None at a function's end, enums that nobody reads.
import type { Expr, Stmt } from "../python/ast.ts";
import { usesIn } from "./scope.ts";
import { mapBlocks, nodesOf } from "./walk.ts";

/** The lowering's own names; the author's never begin like this. */
const TEMPORARY = /^_t\d*$/;
/** Functions that look at a value, or make one, and can neither act nor fail. */
const HARMLESS = new Set(["len", "ts_len", "TsDict"]);

/** What is known of the names of the function around. */
interface Names {
  /** Nobody reads them. */
  readonly unread: ReadonlySet<string>;
  /** They always have a value. */
  readonly parameters: ReadonlySet<string>;
}

const NO_NAMES: Names = { unread: new Set(), parameters: new Set() };

export function withoutIdle(body: readonly Stmt[]): readonly Stmt[] {
  return kept(body, NO_NAMES);
}

function kept(body: readonly Stmt[], names: Names): readonly Stmt[] {
  return body
    .filter((statement) => !isIdle(statement, names))
    .map((statement) => within(withoutTarget(statement, names.unread), names));
}

function within(statement: Stmt, names: Names): Stmt {
  if (statement.kind === "class") return mapBlocks(statement, (body) => kept(body, NO_NAMES));
  if (statement.kind !== "def") return mapBlocks(statement, (body) => kept(body, names));
  const parameters = new Set(statement.params.map(({ name }) => name));
  return mapBlocks(statement, (body) => withoutNone(kept(body, { unread: unreadIn(body), parameters })));
}

function unreadIn(body: readonly Stmt[]): ReadonlySet<string> {
  const unread = [...usesIn(body)].filter(([, { reads, captured }]) => reads === 0 && !captured).map(([name]) => name);
  const foreign = nodesOf(body).flatMap((node) =>
    node.kind === "global" || node.kind === "nonlocal" ? (node.names as readonly string[]) : [],
  );
  return new Set(unread.filter((name) => !foreign.includes(name)));
}

/** A value that is put in a temporary which nobody reads is worked out all the same. */
function withoutTarget(statement: Stmt, unread: ReadonlySet<string>): Stmt {
  if (statement.kind !== "assign" || statement.target.kind !== "name") return statement;
  const { target, value, span } = statement;
  return TEMPORARY.test(target.id) && unread.has(target.id) ? { kind: "expression", value, span } : statement;
}

function isIdle(statement: Stmt, { parameters, unread }: Names): boolean {
  if (statement.kind === "expression") {
    const { value } = statement;
    return isHarmless(value) || (value.kind === "name" && parameters.has(value.id));
  }
  const isUnread = statement.kind === "assign" && statement.target.kind === "name" && unread.has(statement.target.id);
  return isUnread && isHarmless(statement.value);
}

/** What a function gives that ends without a return; where it gives nothing else, nowhere a None is written. */
function withoutNone(body: readonly Stmt[]): readonly Stmt[] {
  const last = body.at(-1);
  const short = last && isNone(last) ? body.slice(0, -1) : body;
  return returnsIn(short).every(isNone) ? short.map(bare) : short;
}

function isNone(statement: Stmt): boolean {
  if (statement.kind !== "return" || statement.value === null) return statement.kind === "return";
  return statement.value.kind === "constant" && statement.value.value === "None";
}

function bare(statement: Stmt): Stmt {
  if (statement.kind === "def" || statement.kind === "class") return statement;
  return isNone(statement) ? ({ ...statement, value: null } as Stmt) : mapBlocks(statement, (body) => body.map(bare));
}

function returnsIn(body: readonly Stmt[]): readonly Stmt[] {
  const found: Stmt[] = [];
  const visit = (inner: readonly Stmt[]) => {
    for (const statement of inner) {
      if (statement.kind === "return") found.push(statement);
      if (statement.kind !== "def" && statement.kind !== "class")
        mapBlocks(statement, (block) => {
          visit(block);
          return block;
        });
    }
    return inner;
  };
  visit(body);
  return found;
}

/** Nothing is lost when nobody evaluates it: of names it reads temporaries alone, which always have a value. */
function isHarmless(value: Expr): boolean {
  if (value.kind === "lambda") return value.params.every((param) => param.default === undefined);
  for (const node of nodesOf(value)) {
    if (node.kind === "name" && !isHarmlessName(node.id as string)) return false;
    if (node.kind === "call" && (node.callee as Expr).kind !== "name") return false;
    if (!LEAVES.has(node.kind as string)) return false;
  }
  return true;
}

const LEAVES: ReadonlySet<string> = new Set(["name", "call", "int", "str", "constant", "tuple", "list"]);

function isHarmlessName(id: string): boolean {
  return HARMLESS.has(id) || TEMPORARY.test(id);
}
