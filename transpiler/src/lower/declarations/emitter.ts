// What the typed tree must prove of a function with @viper: every number fits 32 bits, every element is there, and there is
// nothing in it that only objects can do. What is left is seen in its Python (native/).
import { findings } from "../../diagnostics/catalogue.ts";
import type { Emitter } from "../../python/ast.ts";
import { I32, isNothing, within } from "../../ranges/range.ts";
import { show } from "../../ranges/solver.ts";
import type { Binding, Expr, Func, Stmt } from "../../tree/nodes.ts";
import { isExpression, nodesOf } from "../../tree/walk.ts";
import type { Type } from "../../types/type.ts";
import { isBytes, isTypedArray } from "../../types/typed-arrays.ts";
import type { Lowering } from "../lowering.ts";

const NATIVE: Emitter = { kind: "native", params: [], returns: null, bytes: [] };

/** @param isPadded it takes more arguments than it names, for a wider signature that it is used with */
export function emitterOf(l: Lowering, func: Func, isPadded: boolean): Emitter | undefined {
  if (func.emitter === null) return undefined;
  if (func.emitter === "native") return NATIVE;
  const refuse = (at: Pick<Func, "span">, what: string) => l.module.report(at.span, findings.viperForm(what));
  if (func.receiver !== null || func.usesThis) {
    refuse(func, "A method");
    return undefined;
  }
  if (func.isAsync || func.isGenerator) refuse(func, "An async function or generator");
  if (isPadded) refuse(func, "A call with more arguments than are named");
  for (const node of nodesOf([func.body, func.expression])) checkNode(l, node, refuse);
  const outer = outerBindings(l, func);
  if (outer.some(({ owner }) => owner !== null)) refuse(func, "A closure");
  const bytes = outer.filter(({ type, reassigned }) => isBytes(type) && !reassigned);
  const names = bytes.map((binding) => l.module.reference(binding));
  return {
    kind: "viper",
    params: func.params.map((param) => {
      const { type, span, reassigned } = l.module.program.bindings[param.binding] as Binding;
      if (param.default || param.optional || param.rest) refuse({ span }, "A default, optional or rest parameter");
      if (param.parts.length > 0) refuse({ span }, "A pattern");
      const kind = kindOf(type);
      if (kind === null || (kind === "bytes" && reassigned))
        refuse({ span }, "A parameter that is no number, truth value or Uint8Array");
      return kind ?? "int";
    }),
    returns: returned(l, func, refuse),
    bytes: names.flatMap((name) => (name.kind === "name" ? [name.id] : [])),
  };
}

type Refuse = (at: Pick<Func, "span">, what: string) => void;

function returned(l: Lowering, func: Func, refuse: Refuse): Emitter["returns"] {
  const type = l.module.program.signatures[func.signature]?.returns ?? { kind: "void" };
  const kind = kindOf(type);
  if (kind === "bytes" || (kind === null && type.kind !== "void")) refuse(func, "A result of this kind");
  return kind === "bytes" ? null : kind;
}

function kindOf(type: Type): "int" | "bool" | "bytes" | null {
  if (isBytes(type)) return "bytes";
  return ({ number: "int", boolean: "bool" } as const)[type.kind as "number"] ?? null;
}

/** What it uses from outside. */
function outerBindings(l: Lowering, func: Func): Binding[] {
  const { uses, bindings, functions } = l.module.program;
  const isInside = (owner: number | null): boolean =>
    owner !== null && (owner === func.id || isInside(functions[owner]?.owner ?? null));
  return [...(uses.get(func.id) ?? [])].map((id) => bindings[id] as Binding).filter(({ owner }) => !isInside(owner));
}

const FORMS: Readonly<Record<string, string>> = {
  throw: "An exception",
  try: "An exception",
  function: "A closure",
  class: "A class",
};
const OPERATORS: Readonly<Record<string, string>> = { "/": "A division", "%": "A division", "**": "A power" };

function checkNode(l: Lowering, node: Expr | Stmt, refuse: Refuse): void {
  const form = FORMS[node.kind];
  if (form !== undefined) refuse(node, form);
  if (!isExpression(node)) return;
  const operator = node.kind === "binary" || node.kind === "assign" ? OPERATORS[node.operator ?? ""] : undefined;
  if (operator !== undefined) refuse(node, operator);
  if (node.type.kind === "float") refuse(node, "A float");
  if (node.type.kind === "number") {
    const range = l.range(node);
    if (range.nan) refuse(node, "NaN");
    if (!isNothing(range) && !within(range, I32))
      l.module.report(node.span, findings.viperRange(show(range.low), show(range.high)));
  }
  if (node.kind === "index" && isTypedArray(node.object.type) && !l.isInside(node))
    l.module.report(node.span, findings.viperIndex());
}
