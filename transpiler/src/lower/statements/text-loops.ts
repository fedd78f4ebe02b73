// `for (let i = 0; i < text.length; i++)` whose body asks for nothing but `text.charCodeAt(i)`: a loop over the UTF-16
// units, which for ASCII are the text's octets.
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Binding, Expr, Stmt } from "../../tree/nodes.ts";
import { nodesOf } from "../../tree/walk.ts";
import { isAscii } from "../builtins/plain-text.ts";
import type { Lowering } from "../lowering.ts";
import { py } from "../py.ts";

export interface TextLoop {
  readonly item: PyExpr;
  readonly items: PyExpr;
  /** What stands for the calls in the body. */
  readonly codes: readonly (readonly [Expr, PyExpr])[];
}

/** null where the loop counts for anything else. */
export function textLoop(l: Lowering, counter: Binding, bound: Expr, body: readonly Stmt[]): TextLoop | null {
  if (bound.kind !== "member" || bound.object.kind !== "name" || bound.object.type.kind !== "string") return null;
  const text = l.module.program.bindings[bound.object.binding];
  if (!text || text.reassigned || counter.captured) return null;
  let uses = 0;
  const calls: Expr[] = [];
  for (const node of nodesOf(body)) {
    if (node.kind === "name" && node.binding === counter.id) uses++;
    if (node.kind === "call" && isCodeAt(node, text.id, counter.id)) calls.push(node);
  }
  if (calls.length === 0 || calls.length !== uses) return null;
  const item = py.name(l.temporary());
  const given = l.expr(bound.object);
  const items = isAscii(l, bound.object) ? py.call("memoryview", given) : l.callHelper("ts_codes", given);
  return { item, items, codes: calls.map((call) => [call, item]) };
}

/** `text.charCodeAt(i)` */
function isCodeAt({ callee, args, optional }: Extract<Expr, { kind: "call" }>, text: number, counter: number): boolean {
  if (callee.kind !== "member" || callee.name !== "charCodeAt" || callee.optional || optional) return false;
  const [index] = args;
  const isText = callee.object.kind === "name" && callee.object.binding === text;
  return isText && args.length === 1 && index?.kind === "name" && index.binding === counter;
}
