// What is known of names at one place of a function, beyond what their cells say: the value last assigned, the
// comparisons on the way. Keys: `b12` for a binding, `b12.count` and `this.count` for properties; `#b12` for the length of
// a text or of bytes, `#b12[]` for that of an array, which a call may change; `b12<b13` for the difference of b12 and the
// length of b13, `b12<b13/2` for that to the half of it, `b12<=b13` for that to a number. `b12.` is a variable that functions assign within the one that owns it: as a property, a call may change it.
import type { Binding, Expr, Program } from "../tree/nodes.ts";
import { withoutNone } from "../types/type.ts";
import { fieldBehind } from "./getters.ts";
import { join, type Range, range, same } from "./range.ts";

const { POSITIVE_INFINITY: INFINITE } = Number;

/** Stands after the container of a difference to the half of its length, rounded down. */
export const HALF = "/2";

/** How much is known at one place: beyond that the oldest is forgotten, which is always right, as every step looks at all. */
const KNOWN_MAX = 300;

interface Known {
  readonly value: Range;
  /** The places of the key. */
  readonly parts: readonly string[];
}

export class Environment {
  /** False after return, throw, break, continue. */
  reachable = true;
  private known = new Map<string, Known>();
  /** Places that were tested, or written, since other code ran: see doubts.ts. */
  private tested = new Set<string>();

  get(key: string): Range | undefined {
    return this.known.get(key)?.value;
  }

  set(key: string, value: Range): void {
    const parts =
      this.known.get(key)?.parts ?? key.split("<").map((part) => part.replace(/^[#=]/, "").replace(HALF, ""));
    this.known.set(key, { value, parts });
    if (this.known.size > KNOWN_MAX) this.known.delete(this.known.keys().next().value ?? "");
  }

  noteTested(place: string): void {
    if (this.tested.size < KNOWN_MAX) this.tested.add(place);
  }

  isTested(place: string): boolean {
    return this.tested.has(place);
  }

  forget(key: string): void {
    this.known.delete(key);
  }

  /** A call may write any property, and any array. */
  forgetProperties(name: string | null = null): void {
    if (name === null) this.tested.clear();
    else for (const place of this.tested) if (place.split(".").includes(name, 1)) this.tested.delete(place);
    this.forgetWhere((part) =>
      name === null
        ? part.includes(".") || part.endsWith("[]")
        : part.endsWith(`.${name}`) || part.endsWith(`.${name}[]`),
    );
  }

  /** An array has become longer or shorter. */
  forgetLengths(): void {
    this.forgetWhere((part) => part.endsWith("[]"));
  }

  /** The name stands for another value from here on; that may be as before no less, or no more. */
  forgetBinding(id: number, keepLow = false, keepHigh = false): void {
    const kept = keepLow || keepHigh ? [...this.known].filter(([key]) => key.split("<")[0] === `b${id}`) : [];
    this.forgetAll(id);
    for (const [key, { value }] of kept)
      this.set(key, range(keepLow ? value.low : -INFINITE, keepHigh ? value.high : INFINITE));
  }

  private forgetAll(id: number): void {
    const own = `b${id}`;
    for (const place of this.tested) if (place === own || place.startsWith(`${own}.`)) this.tested.delete(place);
    this.forgetWhere(
      (part) => part.startsWith(own) && (part.length === own.length || ".[".includes(part.charAt(own.length))),
    );
  }

  /** What a place's differences to lengths are, by container. */
  *differences(place: string): Generator<[string, Range]> {
    const start = `${place}<`;
    for (const [key, { value }] of this.known) if (key.startsWith(start)) yield [key.slice(start.length), value];
  }

  private forgetWhere(isForgotten: (part: string) => boolean): void {
    for (const [key, { parts }] of this.known) if (parts.some(isForgotten)) this.known.delete(key);
  }

  /** What stays true however much other code runs: what is known of constants, of their texts and bytes. */
  lasting({ bindings }: Program): Environment {
    const lasting = new Environment();
    const isConstant = (part: string) => /^b\d+$/.test(part) && !bindings[Number(part.slice(1))]?.reassigned;
    for (const [key, known] of this.known) if (known.parts.every(isConstant)) lasting.known.set(key, known);
    return lasting;
  }

  isSame(other: Environment): boolean {
    if (this.known.size !== other.known.size || this.tested.size !== other.tested.size) return false;
    for (const place of this.tested) if (!other.tested.has(place)) return false;
    for (const [key, { value }] of this.known) {
      const there = other.known.get(key);
      if (!there || !same(value, there.value)) return false;
    }
    return true;
  }

  copy(): Environment {
    const copy = new Environment();
    copy.reachable = this.reachable;
    copy.known = new Map(this.known);
    copy.tested = new Set(this.tested);
    return copy;
  }

  /** Takes over what holds on both of two ways that meet here. */
  become(a: Environment, b: Environment): void {
    this.reachable = a.reachable || b.reachable;
    if (!a.reachable || !b.reachable) {
      this.known = new Map((a.reachable ? a : b).known);
      this.tested = new Set((a.reachable ? a : b).tested);
      return;
    }
    this.tested = new Set([...a.tested].filter((place) => b.tested.has(place)));
    this.known = new Map();
    for (const [key, { value, parts }] of a.known) {
      const other = b.known.get(key);
      if (other) this.known.set(key, { value: join(value, other.value), parts });
    }
  }
}

/** The key under which a place can be followed; null for one that other code may change unseen. */
export function keyOf(program: Program, expr: Expr, func: number | null): string | null {
  if (expr.kind === "name") {
    const binding = program.bindings[expr.binding] as Binding;
    return isItsOwn(binding, func) ? `b${binding.id}` : `b${binding.id}.`;
  }
  if (expr.kind !== "member" || expr.optional) return null;
  if (expr.access === "library" && expr.name === "length") {
    const container = containerKey(program, expr.object, func);
    return container === null ? null : `#${container}`;
  }
  const name = expr.access === "attribute" ? expr.name : fieldBehind(program, expr);
  if (name === null) return null;
  if (expr.object.kind === "this") return `this.${name}`;
  if (expr.object.kind !== "name") return null;
  const key = keyOf(program, expr.object, func);
  return key === null || isShared(key) ? null : `${key}.${name}`;
}

/** The key of a variable that other code may assign. */
export function isShared(key: string): boolean {
  return key.endsWith(".");
}

/** The key of a text, bytes or an array whose length can be followed. */
export function containerKey(program: Program, expr: Expr, func: number | null): string | null {
  if (expr.kind === "view" || expr.kind === "nonNull") return containerKey(program, expr.value, func);
  const { kind } = withoutNone(expr.type);
  if (kind !== "string" && kind !== "typedArray" && kind !== "array") return null;
  const key = keyOf(program, expr, func);
  return key !== null && kind === "array" ? `${key}[]` : key;
}

/** No other code assigns it. */
function isItsOwn(binding: Binding, func: number | null): boolean {
  if (!binding.reassigned) return true;
  return !binding.assignedInside && binding.owner === func;
}
