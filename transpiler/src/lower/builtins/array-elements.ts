// What an array, a tuple or a typed array holds.
import { Cells } from "../../types/cells.ts";
import { optionsOf, type Type, unionOf, withoutNone } from "../../types/type.ts";

export function elementType(type: Type): Type {
  if (withoutNone(type).kind === "typedArray") return { kind: "number", cell: Cells.RVALUE };
  const array = optionsOf(type).find((option) => option.kind === "array" || option.kind === "tuple");
  if (array?.kind === "tuple") return unionOf(array.elements);
  return array?.kind === "array" ? array.element : type;
}
