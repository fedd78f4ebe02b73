// Test before save: posts the form, marks what is wrong in it, says how the test goes, and saves.
import { $, tell } from "./dom.ts";
import { collect, goTo, mark } from "./fields.ts";
import { fileProblems, postFiles, removeFiles } from "./file-fields.ts";
import { ask } from "./portal.ts";
import type { Problem } from "./portal-answers.ts";
import { ROWS, settingsOf } from "./settings-table.ts";
import { page } from "./state.ts";
import { outcomeOf, showSteps, wordsOf } from "./status.ts";
import { say } from "./strings.ts";
import { passwordProblem } from "./wifi-field.ts";

/** What stands in the form, to compare it. */
export const formNow = () => JSON.stringify(settingsOf(collect()));

/** Shows how the test is. @param isAway the gateway does not answer: while it speaks to the broker it does not listen */
export function showTest(isAway: boolean): void {
  const { test } = page.status;
  const outcome = page.isAsked ? "running" : outcomeOf(test);
  const isSame = page.tested === formNow();
  const isGood = outcome === "passed" && isSame;
  showSteps(test);
  if (outcome === "passed") tell("told", say(isSame ? "passed" : "changed"));
  else if (outcome) tell("told", isAway && outcome === "running" ? say("patience") : wordsOf(test));
  const [again, save] = [$("test"), $("save")];
  again.disabled = save.disabled = outcome === "running";
  again.className = isGood ? "" : "main";
  save.className = isGood ? "main" : "";
  tell("save", say(isGood ? "save" : "save_anyway"));
}

export function startTest(): Promise<void> {
  return attempt("told", async () => {
    if (!(await postForm())) return;
    await ask("test", {});
    page.tested = formNow();
    page.status = { ...page.status, test: null };
    page.isAsked = true;
    showTest(false);
  });
}

export function saveAll(): Promise<void> {
  return attempt("told", async () => {
    if (!(await postForm())) return;
    await removeFiles();
    await ask("save", {});
    leave("saved");
  });
}

export function eraseAll(): Promise<void> {
  return attempt("said", async () => {
    await ask("reset", { word: $("word").value, sim: $("sim_too").checked });
    leave("erased");
  });
}

/** The page's last words, as the gateway restarts. */
function leave(id: string): void {
  page.isOver = true;
  $("all").hidden = true;
  tell("said", say(id));
  $("said").dataset.t = id;
  scrollTo(0, 0);
}

/** Does it, and says what came in its way. */
async function attempt(place: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    tell(place, (error as Error).message);
  }
}

/** Posts files and settings; false when something is to be corrected, which is then marked. */
async function postForm(): Promise<boolean> {
  const { networks, settings } = page.setup;
  const texts = collect();
  for (const { key } of ROWS) mark(key, "");
  const own = fileProblems(texts);
  const password = passwordProblem(texts, networks, settings);
  if (password) own.push(["wifi_password", password]);
  if (own.length) return point(own);
  await postFiles(texts);
  const { usable, problems } = await ask<{ usable: boolean; problems: Problem[] }>("settings", {
    settings: settingsOf(texts),
  });
  const wrong = problems.map((problem): [string, string] => [problem.key, sentenceOf(problem)]);
  return (usable && !problems.length) || point(wrong);
}

/** Marks what is wrong and goes to the first of it. */
function point(wrong: readonly [id: string, sentence: string][]): false {
  const told = wrong.map(([id, sentence]) => (mark(id, sentence) ? say(id) : sentence));
  tell("told", say("correct", told.join(", ")));
  goTo(wrong.map(([id]) => id));
  return false;
}

/** The board's own sentence is English; the other language has its own. */
export function sentenceOf({ key, sentence }: Problem): string {
  return say(`${key}_w`) || sentence;
}
