// The settings file on the board's flash: read at the start, and when the console is asked for it.
import { type OctetFile, open } from "io";
import { isDiscoveryKept } from "../domain/home-assistant/kept-discovery.ts";
import { featuresOf } from "../domain/settings/features.ts";
import { addressOf, networksOf } from "../domain/settings/network-settings.ts";
import { readSettings } from "../domain/settings/read-settings.ts";
import { sendRulesOf } from "../domain/settings/send-settings.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { shownSettings } from "../domain/settings/shown-settings.ts";
import { oldNumberOf, topicsOf } from "../domain/settings/side-settings.ts";
import type { Journal } from "../ports/journal.ts";

const PATH = "/settings.json";
/** No settings are longer: a file that is cannot be settings. */
const OCTETS_MAX = 8192;

/** As they stand on the flash. */
export function storedSettings(): Settings {
  return readSettings(loadSettingsText());
}

/** send-settings.ts */
export function sendRulesIn(settings: Settings): string {
  return sendRulesOf(settings);
}

/** features.ts */
export function featuresIn(settings: Settings): string {
  return featuresOf(settings);
}

/** network-settings.ts */
export function networksIn(settings: Settings): string {
  return networksOf(settings);
}

/** network-settings.ts */
export function addressIn(settings: Settings): string {
  return addressOf(settings);
}

/** side-settings.ts */
export function topicsIn(settings: Settings): string {
  return topicsOf(settings);
}

/** side-settings.ts */
export function oldNumberIn(settings: Settings): int<0, 99> {
  return oldNumberOf(settings);
}

/** home-assistant/kept-discovery.ts */
export function isToldOf(settings: Settings, id: string, board: string, journal: Journal): boolean {
  return isDiscoveryKept(settings, id, board, journal);
}

/** What holds, as JSON, without what is secret. */
export function shownStored(): string {
  return shownSettings(storedSettings());
}

/** The text of /settings.json: null when there is none, "" for what is too long or not UTF-8. */
function loadSettingsText(): string | null {
  const file = openSettings();
  if (file === null) return null;
  const octets = file.read(OCTETS_MAX + 1);
  file.close();
  if (octets.length > OCTETS_MAX) return "";
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return "";
  }
}

function openSettings(): OctetFile | null {
  try {
    return open(PATH, "rb");
  } catch {
    return null;
  }
}
