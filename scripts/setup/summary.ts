// What settings will hold, before they are written: a line each, secrets by a word, and what is new of it.
import type { OwnFile } from "../flash/own-files.ts";
import { type Draft, ROWS } from "./draft.ts";
import { shownValue } from "./value-text.ts";

/** Lines; those of what changes begin with a star. */
export function summaryOf(draft: Draft, files: readonly OwnFile[]): string[] {
  const changed = new Set(draft.changedKeys());
  const gone = [...changed].filter((key) => !draft.has(key));
  const rows = [...draft.keys(), ...gone].map((key) => [key, rowText(draft, key, changed.has(key))] as const);
  const columns = Math.max(...rows.map(([key]) => key.length), 0);
  const lines = rows.map(([key, text]) => `${changed.has(key) ? "*" : " "} ${key.padEnd(columns)}  ${text}`);
  return [...lines, ...files.map(({ path, der }) => `* ${path.padEnd(columns)}  ${der.length} bytes`)];
}

function rowText(draft: Draft, key: string, isChanged: boolean): string {
  const now = draft.has(key) ? shownValue(key, draft.get(key)) : "its default";
  if (!isChanged) return now;
  if (ROWS.get(key)?.secret) return draft.has(key) ? "new" : "taken away";
  const before = draft.heldValue(key);
  return before === undefined ? now : `${now}   (was ${shownValue(key, before)})`;
}

/** Sentences on what cannot be so; those on what was there before are apart. */
export function judge(draft: Draft): { readonly wrong: readonly string[]; readonly known: readonly string[] } {
  const { usable, problems } = draft.settings();
  const before = draft.heldProblems();
  const wrong = usable ? problems.filter((problem) => !before.includes(problem)) : problems;
  return { wrong, known: usable ? problems.filter((problem) => before.includes(problem)) : [] };
}
