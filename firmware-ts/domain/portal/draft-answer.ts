// What the page is told of settings: whether the gateway can run on them, and what is wrong with which of them.
import type { Settings } from "../settings/settings.ts";

export interface DraftAnswer {
  /** The answer to settings that were sent. */
  readonly answer: string;
  /** Its list of problems alone. */
  readonly problems: string;
}

/** As JSON, without a value of any setting. */
export function draftAnswer(settings: Settings): DraftAnswer {
  let problems = "";
  for (const sentence of settings.problems) {
    const key = keyIn(sentence, settings);
    const fatal = settings.fatal.includes(sentence);
    problems += `${problems === "" ? "" : ","}{"key":"${key}","sentence":${JSON.stringify(sentence)},"fatal":${fatal}}`;
  }
  return { answer: `{"usable":${settings.usable},"problems":[${problems}]}`, problems: `[${problems}]` };
}

/** The setting that a sentence begins with; "" for one about all of them. */
function keyIn(sentence: string, settings: Settings): string {
  const [word = ""] = sentence.split(" ");
  const given = settings.given();
  for (let at = 0; at < given.length; at += 2) if (given[at] === word) return word;
  return "";
}
