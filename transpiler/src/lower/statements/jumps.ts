// break and continue, with and without a label: a jump through several loops sets a flag that each loop on the way tests.
import { findings } from "../../diagnostics/catalogue.ts";
import type { StmtOf } from "../../tree/nodes.ts";
import type { Lowering, Target } from "../lowering.ts";
import { FALSE, py, TRUE } from "../py.ts";

export function lowerBreak(l: Lowering, { label, span }: StmtOf<"break">): void {
  jump(l, label === null ? last(l, ["loop", "switch"]) : labelled(l, label), "break", span);
}

export function lowerContinue(l: Lowering, { label, span }: StmtOf<"continue">): void {
  jump(l, label === null ? last(l, ["loop"]) : labelled(l, label), "continue", span);
}

/** The innermost of these. */
function last(l: Lowering, kinds: readonly Target["kind"][]): number {
  let at = l.targets.length - 1;
  while (at >= 0 && !kinds.includes((l.targets[at] as Target).kind)) at--;
  return at;
}

function labelled(l: Lowering, label: string): number {
  return l.targets.findIndex((target) => target.label === label);
}

/** A block that a break leaves is a loop of one turn in Python. */
export function lowerBlock(l: Lowering, { body, label }: StmtOf<"block">): void {
  if (label === null) return l.statements(body);
  withFlags(l, { kind: "block", label, step: null, flags: new Map() }, () => {
    l.out.push(py.while(TRUE, [...l.block(body), { kind: "break" }]));
  });
}

function jump(l: Lowering, at: number, how: "break" | "continue", span: StmtOf<"break">["span"]): void {
  const target = l.targets[at];
  if (target === undefined) throw new Error(`no loop for ${how}`);
  if (l.isGenerator && l.finallyDepth !== null && at < l.finallyDepth)
    l.module.report(span, findings.generatorFinally());
  if (how === "break" && at === l.targets.length - 1 && target.silentBreak) return;
  // An if/elif chain is no loop in Python: a jump passes through it.
  const inner = l.targets.slice(at + 1).filter((one) => !one.silentBreak);
  if (inner.length === 0) return emitJump(l, target, how, span);
  const flag = inner[0]?.flags.get(how + at) ?? l.temporary();
  for (const one of inner) one.flags.set(how + at, flag);
  l.out.push(py.assign(py.name(flag), TRUE, span), { kind: "break", span });
}

function emitJump(l: Lowering, target: Target, how: "break" | "continue", span?: StmtOf<"break">["span"]): void {
  if (how === "continue") target.step?.();
  l.out.push({ kind: how, span });
}

/** Before a loop that inner jumps may leave: the flags are lowered. After it: the jump goes on. */
export function withFlags(l: Lowering, target: Target, emit: () => void): void {
  const { statements } = l.capture(() => {
    l.targets.push(target);
    emit();
    l.targets.pop();
  });
  for (const flag of target.flags.values()) l.out.push(py.assign(py.name(flag), FALSE));
  l.out.push(...statements);
  for (const [key, flag] of target.flags) {
    const how = key.startsWith("break") ? "break" : "continue";
    const at = Number(key.slice(how.length));
    const { statements: jumpOn } = l.capture(() => {
      const arrived = l.targets.slice(at + 1).every((one) => one.silentBreak);
      if (arrived) emitJump(l, l.targets[at] as Target, how);
      else l.out.push({ kind: "break" });
    });
    l.out.push(py.if(py.name(flag), jumpOn));
  }
}
