// Which rules make expressions of each kind of type.

import { closureRules } from "./closures.ts";
import { BYTES_RULES, dictRules, listRules, mapRules, setRules, tupleRules } from "./collections.ts";
import { FLOAT_RULES } from "./floats.ts";
import type { Rule } from "./maker.ts";
import { INT_RULES } from "./numbers.ts";
import { choiceRules, maybeRules, objectRules, recordRules } from "./objects.ts";
import { TEXT_RULES } from "./texts.ts";
import { TRUTH_RULES } from "./truths.ts";
import type { Type, TypeOf } from "./types.ts";

export const RULES: { readonly [K in Type["kind"]]: (type: TypeOf<K>) => readonly Rule[] } = {
  int: () => INT_RULES,
  float: () => FLOAT_RULES,
  text: () => TEXT_RULES,
  truth: () => TRUTH_RULES,
  bytes: () => BYTES_RULES,
  list: listRules,
  set: setRules,
  tuple: tupleRules,
  map: mapRules,
  dict: dictRules,
  record: recordRules,
  object: objectRules,
  choice: choiceRules,
  maybe: maybeRules,
  closure: closureRules,
};
