// What settings will hold, before they are written: a line each, secrets by a word, and what is new of it.
import type { OwnFile } from "../flash/own-files.ts";
import { type Draft, ROWS } from "./draft.ts";
import { printable, shownText, shownValue } from "./value-text.ts";

/** Lines; those of what changes begin with a star. */
export function summaryOf(draft: Draft, files: readonly OwnFile[]): string[] {
  const changed = new Set(draft.changedKeys());
  const gone = [...changed].filter((key) => !draft.has(key));
  const rows: (readonly [mark: string, name: string, text: string])[] = [
    ...[...draft.keys(), ...gone].map((key) => rowOf(draft, key, changed.has(key))),
    ...files.map(({ path, der }) => ["*", path, der.length > 0 ? `new, ${der.length} bytes` : "removed"] as const),
  ];
  const columns = Math.max(...rows.map(([, name]) => name.length), 0);
  return rows.map(([mark, name, text]) => `${mark} ${name.padEnd(columns)}  ${text}`);
}

function rowOf(draft: Draft, key: string, isChanged: boolean): readonly [mark: string, name: string, text: string] {
  const now = draft.has(key) ? shownValue(key, draft.get(key)) : `${shownText(key, draft.text(key))}, by default`;
  if (!isChanged) return [" ", printable(key), now];
  if (ROWS.get(key)?.secret) return ["*", key, draft.has(key) ? "new" : "taken away"];
  const before = draft.heldValue(key);
  return ["*", printable(key), before === undefined ? now : `${now}   (was ${shownValue(key, before)})`];
}

/** Sentences on what cannot be so; those on what was there before are apart. */
export function judge(draft: Draft): { readonly wrong: readonly string[]; readonly known: readonly string[] } {
  const { usable, problems } = draft.settings();
  const before = draft.heldProblems();
  const wrong = usable ? problems.filter((problem) => !before.includes(problem)) : problems;
  return { wrong, known: usable ? problems.filter((problem) => before.includes(problem)) : [] };
}
