// One line of npm run doctor: what was looked at, how it is, and what to do about it.
import colours from "picocolors";

export type Verdict = "good" | "note" | "bad" | "skipped";

export interface Check {
  /** For --json: `mpremote`, `wifi`. */
  readonly id: string;
  readonly verdict: Verdict;
  /** What is so. */
  readonly says: string;
  /** What to do; of what is bad always there. */
  readonly remedy?: string;
}

const MARKS: Readonly<Record<Verdict, string>> = {
  good: colours.green("✓"),
  note: colours.yellow("!"),
  bad: colours.red("✗"),
  skipped: colours.dim("-"),
};

export function good(id: string, says: string): Check {
  return { id, verdict: "good", says };
}

/** Works, but could be better. */
export function note(id: string, says: string, remedy: string): Check {
  return { id, verdict: "note", says, remedy };
}

export function bad(id: string, says: string, remedy: string): Check {
  return { id, verdict: "bad", says, remedy };
}

/** Could not be looked at, because of what was bad before. */
export function skipped(id: string, says: string): Check {
  return { id, verdict: "skipped", says };
}

export function checkLine({ verdict, says, remedy }: Check): string {
  const line = `${MARKS[verdict]} ${says}`;
  return remedy === undefined ? line : `${line}\n    ${remedy.split("\n").join("\n    ")}`;
}

/** A sentence with indented lines after it, as errors have it, is a fact and its remedy. */
export function fromSentence(id: string, message: string): Check {
  const [says = "", ...rest] = message.split("\n");
  return bad(id, says, rest.map((line) => line.trim()).join("\n") || "npm run doctor again.");
}
