// Object patterns: what they take under each key, and the rest of the keys.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Expr, Stmt } from "../tree/nodes.ts";
import { optionsOf, STRING, withoutNone } from "../types/type.ts";
import { descendants } from "./descendants.ts";
import type { Extractor } from "./extractor.ts";
import { constantName } from "./member-names.ts";
import { patternMember } from "./members.ts";
import { type Part, type Pattern, partsOf } from "./pattern-parts.ts";
import { bind, keep } from "./patterns.ts";

/** The keys that are computed when the program runs, under names of ours: the rest leaves them out, too. */
type Keys = Map<ts.Node, Expr>;

export function takeProperties(x: Extractor, pattern: Pattern, source: Expr): Stmt[] {
  const parts = partsOf(pattern).flatMap((part) => part ?? []);
  const hasRest = parts.at(-1)?.rest === true;
  const keys: Keys = new Map();
  return parts.flatMap((part) => {
    const made: Stmt[] = [];
    if (hasRest && part.key && ts.isComputedPropertyName(part.key) && constantName(x, part.key) === null)
      keys.set(part.key, keep(x, part.key, x.expression(part.key.expression), made));
    // A name that nobody reads is there to leave its key out: the key itself may be missing.
    if (part.key && keys.has(part.key) && isUnread(x, part) && withoutNone(source.type).kind === "dict") return made;
    const read = () => (part.rest ? restOf(x, pattern, part, source, keys) : property(x, pattern, part, source, keys));
    return [...made, ...bind(x, part, read)];
  });
}

function property(x: Extractor, pattern: Pattern, part: Part, source: Expr, keys: Keys): Expr {
  const mayMiss = x.unchecked || part.initializer !== undefined;
  const found = part.key && patternMember(x, pattern, part.key, source, mayMiss, keys.get(part.key));
  if (found) return found;
  x.ctx.report(part.node, findings.destructuring());
  return x.none(part.node, "undefined");
}

function isUnread(x: Extractor, { node, target, initializer }: Part): boolean {
  if (!ts.isBindingElement(node) || !ts.isIdentifier(target) || initializer) return false;
  const symbol = x.ctx.checker.getSymbolAtLocation(target);
  const scope = ts.findAncestor(node, (one) => ts.isBlock(one) || ts.isSourceFile(one)) ?? node.getSourceFile();
  for (const one of descendants(scope))
    if (ts.isIdentifier(one) && one !== target && one.text === target.text)
      if (x.ctx.checker.getSymbolAtLocation(one) === symbol) return false;
  return true;
}

const COPIED: ReadonlySet<string> = new Set(["record", "instance"]);

/** `...rest`: a record or a dictionary of its own with the keys that are left. */
function restOf(x: Extractor, pattern: Pattern, part: Part, source: Expr, keys: Keys): Expr {
  x.ctx.program.keysSeen = true;
  x.ctx.program.keyed.push(source.type);
  x.ctx.copied.push({ node: part.node, type: source.type });
  const whole = withoutNone(source.type);
  if (whole.kind !== "dict" && !optionsOf(whole).every(({ kind }) => COPIED.has(kind)))
    x.ctx.report(part.node, findings.destructuring());
  const taken = partsOf(pattern).flatMap((one) => {
    if (!one?.key) return [];
    const name = constantName(x, one.key);
    return keys.get(one.key) ?? x.make(one.key, STRING, { kind: "string", value: name ?? "" });
  });
  const type = x.types.read(x.ctx.checker.getTypeAtLocation(part.target), part.node);
  if (whole.kind === "dict" && type.kind !== "dict") x.ctx.report(part.node, findings.recordAsDict());
  x.ctx.unifier.unify(type, source.kind === "name" ? source.wide : source.type);
  if (type.kind === "parameter") x.ctx.unifier.copyWithin(type);
  return x.make(part.node, type, { kind: "rest", value: source, taken });
}
