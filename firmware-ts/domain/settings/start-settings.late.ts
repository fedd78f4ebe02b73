// The settings, for the time of the start: what comes of them is handed on, and their code is forgotten.
import { addressOf, networksOf } from "./network-settings.ts";
import { sendRulesOf } from "./send-settings.ts";
import { readSettings, type Settings } from "./settings.ts";

/** @param text as readSettings takes it */
export function settingsIn(text: string | null): Settings {
  return readSettings(text);
}

export function sendRulesIn(settings: Settings): string {
  return sendRulesOf(settings);
}

/** Name and password of each known network: network-settings.ts. */
export function networksIn(settings: Settings): string {
  return networksOf(settings);
}

/** What holds in place of DHCP: network-settings.ts. */
export function addressIn(settings: Settings): string {
  return addressOf(settings);
}
