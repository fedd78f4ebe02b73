// The setup page: asks the gateway what there is, makes the form of it, and goes on asking how things are: one question after the other,
// none while nobody looks.
import { $, tell, wordAll } from "./dom.ts";
import { mark } from "./fields.ts";
import { fill, makeForm, update } from "./form.ts";
import { ask } from "./portal.ts";
import type { Setup, Status } from "./portal-answers.ts";
import { imported, textsOf } from "./settings-table.ts";
import { page } from "./state.ts";
import { showModem } from "./status.ts";
import { language, say, speak } from "./strings.ts";
import { eraseAll, formNow, saveAll, sentenceOf, showTest, startTest } from "./test-and-save.ts";
import { PHONE, ZONE } from "./time-zone.ts";

const EVERY_MS = 2000;
/** Questions in a row without an answer, until it is said. */
const MISSES_MAX = 2;

let misses = 0;

function showAll(): void {
  wordAll();
  if (page.isOver || $("all").hidden) return;
  showModem(page.status);
  const isAway = misses >= MISSES_MAX;
  showTest(isAway);
  if (isAway && !page.isAsked) tell("said", say("away"));
  update();
}

async function poll(): Promise<void> {
  for (; !page.isOver; await new Promise((resolve) => setTimeout(resolve, EVERY_MS))) {
    if (document.hidden) continue;
    try {
      page.status = await ask<Status>("status");
      misses = 0;
      if (page.status.test) {
        page.isAsked = false;
        // Loaded anew meanwhile: the board shows what it tests.
        page.tested = page.tested || formNow();
      }
    } catch {
      misses++;
    }
    showAll();
  }
}

function fillFromText(): void {
  try {
    const { texts, unknown } = imported($("import").value);
    fill(texts);
    tell("imported", say("filled", unknown.join(", ") || "-"));
  } catch {
    tell("imported", say("no_settings"));
  }
}

function listen(): void {
  $("test").onclick = startTest;
  $("save").onclick = saveAll;
  $("erase").onclick = eraseAll;
  $("import_b").onclick = fillFromText;
  $("import_file").onchange = async () => {
    $("import").value = (await $("import_file").files?.[0]?.text()) ?? "";
  };
  $("word").oninput = () => {
    $("erase").disabled = $("word").value !== "RESET";
  };
}

async function begin(): Promise<void> {
  try {
    page.setup = await ask<Setup>("setup");
  } catch (error) {
    tell("said", (error as Error).message);
    setTimeout(begin, EVERY_MS);
    return;
  }
  makeForm();
  listen();
  const texts = textsOf(page.setup.settings);
  if (!texts.wifi_ssid) texts[ZONE] = PHONE;
  fill(texts);
  for (const problem of page.setup.problems) mark(problem.key, sentenceOf(problem));
  $("all").hidden = false;
  tell("said", "");
  showAll();
  poll();
}

async function choose(wanted: string): Promise<void> {
  await speak(wanted);
  $("language").value = language;
  showAll();
}

$("language").onchange = () => choose($("language").value);
choose(navigator.language).then(begin);
