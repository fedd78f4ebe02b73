// What TypeScript lets stand for something else although the device keeps the two differently.
import { type Finding, findings } from "../diagnostics/catalogue.ts";
import { optionsOf, type Type } from "../types/type.ts";

/** Kinds whose members are no attributes on the device, by what to call them. */
const NO_ATTRIBUTES: Partial<Record<Type["kind"], string>> = {
  string: "A text",
  number: "A number",
  boolean: "A boolean",
  array: "An array",
  tuple: "A tuple",
  typedArray: "A typed array",
  map: "A Map",
  set: "A Set",
  function: "A function",
  iterator: "An iterator",
};

/** Why a value of one type must not be stored as the other; null: it may. */
export function crossing(source: Type, target: Type): Finding | null {
  const targets = optionsOf(target);
  for (const from of optionsOf(source)) {
    const takes = targets.filter((to) => to.kind !== "none");
    if (takes.length === 0 || takes.some((to) => to.kind === from.kind || to.kind === "parameter")) continue;
    const isNamed = from.kind === "record" || from.kind === "instance";
    if (from.kind === "dict" && takes.every((to) => to.kind === "record")) return findings.recordAsDict();
    if (isNamed && takes.every((to) => to.kind === "dict")) return findings.recordAsDict();
    const what = NO_ATTRIBUTES[from.kind];
    if (what && takes.every((to) => to.kind === "record" || to.kind === "dict")) return findings.seenAsRecord(what);
  }
  return null;
}

/** Something may be stored through the target that the source does not expect: TypeScript takes a list of texts for a
 * list of texts and nulls. */
export function widens(source: Type, target: Type): boolean {
  return optionsOf(source).some((from) =>
    optionsOf(target).some((to) => {
      if (from.kind === "array" && to.kind === "array")
        return to.readonly ? widens(from.element, to.element) : holdsMore(from.element, to.element);
      if (from.kind === "set" && to.kind === "set") return holdsMore(from.item, to.item);
      if (from.kind === "dict" && to.kind === "dict") return holdsMore(from.value, to.value);
      return from.kind === "map" && to.kind === "map" && holdsMore(from.value, to.value);
    }),
  );
}

/** Kinds that hold what they hold whatever is stored, or of which nothing is known. */
const OPEN: ReadonlySet<Type["kind"]> = new Set(["unknown", "parameter", "json", "never"]);
const OBJECTS: ReadonlySet<Type["kind"]> = new Set(["record", "instance", "function", "tuple"]);

/** Where integers and floats meet is said elsewhere. */
function numeric({ kind }: Type): Type["kind"] {
  return kind === "float" ? "number" : kind;
}

function holdsMore(from: Type, to: Type): boolean {
  const [held, taken] = [optionsOf(from), optionsOf(to)];
  if ([...held, ...taken].some((option) => OPEN.has(option.kind))) return false;
  const isNew = (option: Type) => !OBJECTS.has(option.kind) && !held.some((one) => numeric(one) === numeric(option));
  return taken.some(isNew) || widens(from, to);
}
