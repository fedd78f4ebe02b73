// The words of a Python text that was not made from a tree: its names, and what stands in its texts. Comments hold none.

const TOKEN =
  /#[^\n]*|[bBrRuU]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|[\p{L}_][\p{L}\p{N}_]*|\d[\w.]*/gu;
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** Every name in the text, and every word within a literal. */
export function wordsOf(python: string): Set<string> {
  return new Set([...namesOf(python), ...literalWordsOf(python)]);
}

/** The words within the literals: any of them may be handed to getattr. */
export function literalWordsOf(python: string): Set<string> {
  const literals = [...python.matchAll(TOKEN)].map(([token]) => token).filter((token) => /["']$/.test(token));
  return new Set(literals.flatMap((token) => token.match(WORD) ?? []));
}

/** The names, outside of literals and comments. */
export function namesOf(python: string): Set<string> {
  return new Set([...python.matchAll(TOKEN)].map(([token]) => token).filter((token) => NAME.test(token)));
}

/** What the text binds at its top level, and the parameters of its functions. */
export function boundBy(python: string): Set<string> {
  const tops = [...python.matchAll(/^(?:(?:def|class)\s+(\w+)|(\w+)\s*=|from \w+ import \w+ as (\w+)$)/gm)];
  const lists = [...python.matchAll(/\bdef \w+\(([^)]*)/g)].flatMap(([, list = ""]) => list.split(","));
  const parameters = lists.flatMap((one) => /^\s*\**(\w+)/.exec(one)?.[1] ?? []);
  return new Set([...tops.flatMap(([, ...names]) => names.filter((name) => name !== undefined)), ...parameters]);
}

/** What a traceback may name of the text: its functions. */
export function definedIn(python: string): Set<string> {
  return new Set([...python.matchAll(/^ *def (\w+)/gm)].map(([, name]) => name as string));
}

/** Classes that come from another: of the helpers' these are the errors. */
export function derivedIn(python: string): Set<string> {
  return new Set([...python.matchAll(/^class (\w+)\(\w/gm)].map(([, name]) => name as string));
}

/** The same text with other names; literals and comments stay. */
export function withNames(python: string, nameOf: (name: string) => string): string {
  return python.replace(TOKEN, (token) => (NAME.test(token) ? nameOf(token) : token));
}
