// What a caller gives as arguments, and where it comes to be: in a parameter each, or together in the rest of them.
import type { Program } from "../tree/nodes.ts";
import { watch } from "./parameters.ts";
import { optionsOf, type Signature, type Type, unionOf } from "./type.ts";
import type { Unifier } from "./unify.ts";

/** How many parameters stand before the rest. */
export function fixedCount({ params, rest }: Signature): number {
  return rest ? params.length - 1 : params.length;
}

/** What the rest is: an array, one of several tuples, or what a type parameter stands for. */
export function restOf({ params, rest }: Signature): Type | null {
  return rest ? (params.at(-1) ?? null) : null;
}

/** Where an argument is stored; undefined where nothing takes it, or only a use of a type parameter tells. */
export function placeOf(signature: Signature, index: number): Type | undefined {
  const [fixed, rest] = [fixedCount(signature), restOf(signature)];
  if (index < fixed) return signature.params[index];
  const places = rest ? optionsOf(rest).flatMap((option) => placeIn(option, index - fixed) ?? []) : [];
  return places.length > 0 ? unionOf(places) : undefined;
}

/** Where an argument may come to be of which is known only that it does not stand before that place. */
export function placesFrom(signature: Signature, index: number): readonly Type[] {
  const rest = restOf(signature);
  const items = (rest ? optionsOf(rest) : []).flatMap((option) => {
    if (option.kind === "array") return [option.element];
    return option.kind === "tuple" ? option.elements : [];
  });
  return [...signature.params.slice(index, fixedCount(signature)), ...items];
}

function placeIn(rest: Type, index: number): Type | undefined {
  if (rest.kind === "array") return rest.element;
  return rest.kind === "tuple" ? rest.elements[index] : undefined;
}

/** All that is given to the one signature comes to the parameters of the other. */
export function flowArguments(unifier: Unifier, given: Signature, taken: Signature): void {
  const [gives, takes] = [fixedCount(given), fixedCount(taken)];
  const [more, rest] = [restOf(given), restOf(taken)];
  for (let i = 0; i < Math.max(gives, takes); i++) {
    const [value, place] = [given.params[i], taken.params[i]];
    if (i < gives && i < takes && value && place) unifier.flow(value, place);
    else if (i < gives && value && rest) unifier.flowThroughKey(rest, String(i - takes), value, "write");
    else if (i < takes && place && more) unifier.flowThroughKey(more, String(i - gives), place, "read");
  }
  if (more && rest && gives === takes) unifier.flow(more, rest);
  else if (more && rest) flowItems(unifier, more, rest);
}

/** Lists of arguments that do not begin at the same place: any item may come to any. */
function flowItems(unifier: Unifier, more: Type, rest: Type): void {
  for (const option of optionsOf(rest)) {
    if (option.kind === "parameter")
      watch(unifier.typeParameter(option), `rest ${JSON.stringify(more)}`, (held) => flowItems(unifier, more, held));
    const places = option.kind === "array" ? [option.element] : option.kind === "tuple" ? option.elements : [];
    for (const place of places) unifier.flowThroughKey(more, null, place, "read");
  }
}

/** How many parameters the functions of each set have at most that may stand in each other's place. */
export function arities({ signatures, aritySets }: Program): ReadonlyMap<number, number> {
  const most = new Map<number, number>();
  for (const [id, { params }] of signatures.entries()) {
    const set = aritySets.find(id);
    if (id > 0) most.set(set, Math.max(most.get(set) ?? 0, params.length));
  }
  return most;
}

/**
 * The sets of signatures, by their roots, whose functions take the arguments one by one. A function with a rest parameter
 * is otherwise given the list, which nobody need make anew; that takes callers that know all its parameters.
 */
export function variadicSets({ signatures, aritySets, spread }: Program): ReadonlySet<number> {
  const variadic = new Set([...spread].map((id) => aritySets.find(id)));
  const forms = new Map<number, number>();
  signatures.forEach((signature, id) => {
    if (id === 0) return;
    const root = aritySets.find(id);
    const form = signature.rest ? fixedCount(signature) : -1;
    const isList = restOf(signature)?.kind === "array";
    if ((forms.get(root) ?? form) !== form || (signature.rest && !isList)) variadic.add(root);
    forms.set(root, form);
  });
  return variadic;
}
