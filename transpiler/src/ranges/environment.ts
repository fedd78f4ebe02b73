// What is known of names at one place of a function, beyond what their cells say: the value last assigned, the
// comparisons on the way. Keys: `b12` for a binding, `b12.count` and `this.count` for properties.
import type { Binding, Expr, Program } from "../tree/nodes.ts";
import { join, type Range } from "./range.ts";

export class Environment {
  /** False after return, throw, break, continue. */
  reachable = true;
  private known = new Map<string, Range>();

  get(key: string): Range | undefined {
    return this.known.get(key);
  }

  set(key: string, value: Range): void {
    this.known.set(key, value);
  }

  forget(key: string): void {
    this.known.delete(key);
  }

  /** A call may write any property. */
  forgetProperties(name: string | null = null): void {
    for (const key of [...this.known.keys()]) {
      if (key.includes(".") && (name === null || key.endsWith(`.${name}`))) this.known.delete(key);
    }
  }

  /** The name stands for another object from here on. */
  forgetBinding(id: number): void {
    for (const key of [...this.known.keys()]) if (key === `b${id}` || key.startsWith(`b${id}.`)) this.known.delete(key);
  }

  copy(): Environment {
    const copy = new Environment();
    copy.reachable = this.reachable;
    copy.known = new Map(this.known);
    return copy;
  }

  /** Takes over what holds on both of two ways that meet here. */
  become(a: Environment, b: Environment): void {
    this.reachable = a.reachable || b.reachable;
    if (!a.reachable || !b.reachable) {
      this.known = new Map((a.reachable ? a : b).known);
      return;
    }
    this.known = new Map();
    for (const [key, value] of a.known) {
      const other = b.known.get(key);
      if (other) this.known.set(key, join(value, other));
    }
  }
}

/** The key under which a place can be followed; null for one that other code may change unseen. */
export function keyOf(program: Program, expr: Expr, func: number | null): string | null {
  if (expr.kind === "name") {
    const binding = program.bindings[expr.binding] as Binding;
    return canFollow(binding, func) ? `b${binding.id}` : null;
  }
  if (expr.kind !== "member" || expr.optional || expr.access !== "attribute") return null;
  if (expr.object.kind === "this") return `this.${expr.name}`;
  if (expr.object.kind !== "name") return null;
  const key = keyOf(program, expr.object, func);
  return key === null ? null : `${key}.${expr.name}`;
}

function canFollow(binding: Binding, func: number | null): boolean {
  if (!binding.reassigned) return true;
  return !binding.assignedInside && binding.owner === func;
}
