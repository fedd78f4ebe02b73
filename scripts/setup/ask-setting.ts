// Asks for one setting, with what holds now as the answer of Enter; a value that cannot be is asked for again.
import { type Draft, problemOf, ROWS } from "./draft.ts";
import type { Question } from "./questions.ts";
import type { Terminal } from "./terminal.ts";
import { printable, shownText, typedValue } from "./value-text.ts";

/** Takes a setting away. */
const NOTHING = "-";

/** @param isNeeded an empty answer will not do where nothing is set */
export async function askSetting(
  terminal: Terminal,
  draft: Draft,
  question: Question,
  isNeeded = ROWS.get(question.key)?.required ?? false,
): Promise<void> {
  if (question.options) return askOption(terminal, draft, question, question.options);
  const { key, label } = question;
  const isSecret = ROWS.get(key)?.secret ?? false;
  const held = isSecret ? secretNow(draft, key) : draft.text(key);
  for (;;) {
    const shown = isSecret ? held || "none" : shownText(key, held);
    const prompt = `${label}${isSecret ? ", not shown as you type" : ""}${held === "" && isNeeded ? "" : ` [${shown}]`}: `;
    const answer = isSecret ? await terminal.askHidden(prompt) : await terminal.ask(prompt);
    if (answer === "" && (held !== "" || !isNeeded)) return;
    if (answer === NOTHING && !isNeeded) return draft.remove(key);
    const value = typedValue(key, answer);
    const problem = answer === "" || answer === NOTHING ? "It is needed." : problemOf(key, value);
    if (problem === null) return draft.set(key, value);
    terminal.say(`  ${problem}`);
  }
}

async function askOption(
  terminal: Terminal,
  draft: Draft,
  { key, label }: Question,
  options: NonNullable<Question["options"]>,
): Promise<void> {
  const now = draft.text(key);
  const held = options.findIndex(([value]) => `${value ?? ""}` === now);
  const labels = options.map(([, each]) => each);
  const chosen = await choose(terminal, label, labels, held >= 0 ? (labels[held] ?? "") : printable(now));
  if (chosen === null || chosen === held) return;
  const value = options[chosen]?.[0];
  if (value === undefined) draft.remove(key);
  else draft.set(key, value);
}

/** One of a numbered list. @param now what Enter means; "" it will not do @returns its index; null for Enter */
export async function choose(
  terminal: Terminal,
  label: string,
  options: readonly string[],
  now: string,
): Promise<number | null> {
  options.forEach((option, index) => {
    terminal.say(`  ${`${index + 1}`.padStart(2)}  ${option}`);
  });
  for (;;) {
    const answer = await terminal.ask(`${label}, by its number${now === "" ? "" : ` [${now}]`}: `);
    if (answer === "" && now !== "") return null;
    const number = /^\d{1,2}$/.test(answer) ? Number(answer) : 0;
    if (number >= 1 && number <= options.length) return number - 1;
    terminal.say(`  Type a number from 1 to ${options.length}.`);
  }
}

function secretNow(draft: Draft, key: string): string {
  return draft.has(key) ? "set" : "";
}
