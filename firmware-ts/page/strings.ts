// What the page says, in the language that is chosen. English is there at once, the other language comes from the board.
import { WORDS } from "./english.baked.ts";
import { ROWS } from "./settings-table.ts";

const ENGLISH: Record<string, string | undefined> = {};
for (const [, id, words] of WORDS.matchAll(/(\S+) (.*)/g)) ENGLISH[id] = words;
for (const { key, label, hint } of ROWS) {
  ENGLISH[key] = label;
  ENGLISH[`${key}_h`] = hint;
}

export let language = "en";
let texts = ENGLISH;

/** @param wanted a tag of BCP 47, such as de-AT; English for what is not German, and as long as the board does not give the texts */
export async function speak(wanted: string): Promise<void> {
  const isGerman = /^de/i.test(wanted);
  const found =
    isGerman &&
    (await fetch("/de")
      .then((answer) => answer.json())
      .catch(() => null));
  texts = found || ENGLISH;
  language = found ? "de" : "en";
}

/** "" for an id that has no text. */
export function say(id: string, ...values: readonly unknown[]): string {
  return (texts[id] ?? ENGLISH[id] ?? "").replace(/\{(\d)\}/g, (_all, index) => `${values[index]}`);
}
