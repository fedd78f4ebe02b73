// What gives items one after the other, by its type: arrays and their kin, generators, and objects that follow the
// protocol by hand, with [Symbol.iterator]() or next().
import { type IteratorType, optionsOf, type Property, STRING, type Type, UNDEFINED, UNKNOWN } from "./type.ts";
import type { Unifier } from "./unify.ts";

/** The name under which a member [Symbol.iterator] stands. */
export const ITERATOR = "[Symbol.iterator]";
/** TypeScript's name for the results that come last. */
export const LAST_STEP = "IteratorReturnResult";

type Members = ReadonlyMap<string, Pick<Property, "type">>;

/** What a loop over a value of the type gives; null when it cannot be iterated. */
export function itemType(u: Unifier, type: Type): Type | null {
  switch (type.kind) {
    case "array":
      return type.element;
    case "tuple":
      return type.elements.length === 0 ? UNKNOWN : u.merge(type.elements);
    case "set":
    case "iterator":
      return type.item;
    case "string":
      return STRING;
    case "map":
      return { kind: "tuple", elements: [type.key, type.value] };
    case "typedArray":
      return u.typedElement(type);
    case "builtin":
      return type.name === "ArraySlots" ? UNDEFINED : null;
    case "union":
      return itemOfUnion(u, type.options);
    default:
      return itemByHand(u, u.members(type));
  }
}

/** `found ?? []`: whichever it is, it gives what one of them gives. */
function itemOfUnion(u: Unifier, options: readonly Type[]): Type | null {
  const items = options.map((option) => itemType(u, option));
  return items.every((item) => item !== null) ? u.either(items) : null;
}

function itemByHand(u: Unifier, members: Members | null): Type | null {
  const made = returned(u, members, ITERATOR);
  if (made === null) return null;
  if (made.kind === "iterator") return made.item;
  const steps = returned(u, u.members(made), "next");
  return steps && u.merge(stepValues(u, steps).items);
}

/** What the method of that name returns. */
function returned(u: Unifier, members: Members | null, name: string): Type | null {
  const type = members?.get(name)?.type;
  return type?.kind === "function" ? u.returns(type.signature) : null;
}

/** The values of what next() returns: on the way, and at the end. */
function stepValues(u: Unifier, steps: Type): { readonly items: readonly Type[]; readonly results: readonly Type[] } {
  const values = optionsOf(steps).flatMap((step) => {
    const value = u.members(step)?.get("value")?.type;
    return value ? [{ value, isLast: step.kind === "record" && step.name === LAST_STEP }] : [];
  });
  const of = (isLast: boolean) => values.filter((one) => one.isLast === isLast).map((one) => one.value);
  return { items: of(false), results: values.map((one) => one.value) };
}

/** A call of next() on an iterator: what it gives shares the iterator's storage. */
export function linkStep(u: Unifier, iterator: IteratorType, steps: Type): void {
  for (const step of optionsOf(steps)) {
    const value = u.members(step)?.get("value")?.type;
    if (value) u.unify(value, step.kind === "record" && step.name === LAST_STEP ? iterator.result : iterator.item);
  }
}

/** Anything else that can be iterated is seen as an iterator. */
export function linkIteration(u: Unifier, iterator: IteratorType, other: Type): void {
  const members = u.members(other);
  if (members === null) {
    const item = itemType(u, other);
    // The elements of a typed array are copied, not shared.
    if (item !== null && other.kind === "typedArray") u.flow(item, iterator.item);
    else if (item !== null) u.unify(item, iterator.item);
    return;
  }
  const made = returned(u, members, ITERATOR);
  if (made !== null) u.unify(made, iterator);
  const steps = returned(u, members, "next");
  if (steps === null) return;
  const { items, results } = stepValues(u, steps);
  for (const item of items) u.unify(item, iterator.item);
  for (const result of results) u.unify(result, iterator.result);
  const next = members.get("next")?.type;
  const sent = next?.kind === "function" ? u.parameter(next.signature, 0) : undefined;
  if (sent) u.flow(iterator.sent, sent);
}

/** Objects with these members are iterators by hand: their next() gives steps. */
export function isIterator(u: Unifier, members: Members): boolean {
  const steps = returned(u, members, "next");
  return steps !== null && isStep(u, steps);
}

function isStep(u: Unifier, type: Type): boolean {
  return optionsOf(type).every((option) => {
    const members = u.members(option);
    return members !== null && (members.has("done") || members.has("value"));
  });
}
