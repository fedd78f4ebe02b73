// The settings, for the time of the start: what comes of them is handed on, and their code is forgotten.
import { sendRulesOf } from "./send-settings.ts";
import { readSettings, type Settings } from "./settings.ts";

/** @param text as readSettings takes it */
export function settingsIn(text: string | null): Settings {
  return readSettings(text);
}

export function sendRulesIn(settings: Settings): string {
  return sendRulesOf(settings);
}
