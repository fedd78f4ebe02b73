// Names of attributes. No two names of the program become one: what would meet another, or what Python or the emitted
// code uses itself, is spelled out.
import { ITERATOR } from "../types/iteration.ts";
import { keywords, shortened } from "./names.ts";

/** Names in a class's body that would hide what the body uses. */
const USED_IN_CLASSES = new Set(["classmethod", "property", "staticmethod"]);
/** Written as the author wrote it: no name of Python's own, of ours, or of a shape that stands for another name. */
const PLAIN = /^(?!__|_.*_$|k_|_[gs]et_|_keys$)[\p{L}_][\p{L}\p{N}_]*$/u;
/** #private names, which become `_name_`. */
const PRIVATE = /^#(?!_|[gs]et_)[\p{L}][\p{L}\p{N}_]*$/u;

export function attributeName(name: string): string {
  if (name === ITERATOR) return "__iter__";
  if (PRIVATE.test(name)) return `_${shortened(name.slice(1))}_`;
  if (!PLAIN.test(name)) return shortened(spelled(name));
  const word = name.replace(/_+$/, "");
  return keywords.has(word) || USED_IN_CLASSES.has(word) ? `${name}_` : shortened(name);
}

/** A getter or setter is a method of this name. */
export function accessorName(kind: "get" | "set", name: string): string {
  return `_${kind}_${attributeName(name)}`;
}

function spelled(name: string): string {
  const letters = [...name].map((char) => {
    return /[A-Za-z0-9]/.test(char) ? char : `_${(char.codePointAt(0) ?? 0).toString(16)}_`;
  });
  return `k_${letters.join("")}`;
}
