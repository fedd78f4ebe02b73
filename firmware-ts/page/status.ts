// What the gateway tells of itself: how the modem is, and how far the test has come.
import { $, el, tell, worded } from "./dom.ts";
import type { Status, Step } from "./portal-answers.ts";
import { say } from "./strings.ts";
import { strengthOf } from "./wifi-field.ts";

/** The end of setup is told so long before it comes; 0 is none. */
const IDLE_SOON_S = 120;
/** A phone's network is heard 20 dB further down than Wi-Fi is, with the same words. */
const GSM_OFFSET_DB = 20;

/** A word of the gateway in the chosen language; what has no text there is its own. */
const known = (prefix: string, word: unknown) => say(prefix + word) || `${word ?? "?"}`;

export function showModem({ modem, idle_s }: Status): void {
  const { state, signal_dbm: dbm, operator, registration, sim, stored, capacity } = modem;
  const facts: [string, string][] = [
    ["modem", known("m_", state)],
    ["signal", dbm ? `${say(strengthOf(Number(dbm) + GSM_OFFSET_DB))} (${dbm} dBm)` : "?"],
    ["operator", `${operator ?? ""} ${known("r_", registration)}`],
    ["sim", known("m_", sim)],
    ["stored", `${stored ?? "?"} / ${capacity ?? "?"}`],
  ];
  $("facts").replaceChildren(...facts.flatMap(([id, words]) => [worded(id, "dt"), el("dd", {}, words)]));
  tell("said", idle_s && idle_s < IDLE_SOON_S ? say("idle", idle_s) : "");
}

export type Outcome = "" | "running" | "failed" | "passed";

export function outcomeOf(test: Status["test"]): Outcome {
  const states = test?.steps.map(({ state }) => state).join();
  if (!states) return "";
  if (states.includes("failed")) return "failed";
  return /waiting|running/.test(states) ? "running" : "passed";
}

export function showSteps(test: Status["test"]): void {
  const line = ({ name, state }: Step) =>
    el("li", { class: state }, known("s_", name), el("span", {}, known("t_", state)));
  $("steps").replaceChildren(...(test?.steps ?? []).map(line));
}

/** What the test says of itself. */
export function wordsOf(test: Status["test"]): string {
  const failed = test?.steps.find(({ state }) => state === "failed");
  if (!test || !failed) return say("testing", test?.seconds ?? 0);
  return `${say(`s_${failed.name}`)}: ${say(`p_${test.problem}`) || say("p_", test.problem)}`;
}
