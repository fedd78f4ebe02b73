// What an array or a tuple holds.
import { optionsOf, type Type, unionOf } from "../../types/type.ts";

export function elementType(type: Type): Type {
  const array = optionsOf(type).find((option) => option.kind === "array" || option.kind === "tuple");
  if (array?.kind === "tuple") return unionOf(array.elements);
  return array?.kind === "array" ? array.element : type;
}
