// The settings file on the board's flash, and a copy of the last one that was good: read at the start, and when the console is
// asked for it.
import { open } from "io";
import { discard } from "late";
import { remove, rename } from "os";
import { isDiscoveryKept } from "../domain/home-assistant/kept-discovery.ts";
import { featuresOf } from "../domain/settings/features.ts";
import { addressOf, networksOf } from "../domain/settings/network-settings.ts";
import { readSettings } from "../domain/settings/read-settings.ts";
import { SETTINGS_VERSION, settingRows } from "../domain/settings/schema.ts";
import { sendRulesOf } from "../domain/settings/send-settings.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { shownSettings } from "../domain/settings/shown-settings.ts";
import { oldNumberOf, topicsOf } from "../domain/settings/side-settings.ts";
import { isTimeZone } from "../domain/time-zone.late.ts";
import type { Journal } from "../ports/journal.ts";
import { octetsIn, opened } from "./flash-file.ts";
import { CA_PATH, CERTIFICATE_PATH, DRAFT_ENDING, KEY_PATH } from "./own-files.ts";
import { COPY_PATH, FRESH_PATH, SAVED_PATH, SETTINGS_OCTETS_MAX, SETTINGS_PATH } from "./settings-paths.ts";

const OWN_PATHS: readonly string[] = [CA_PATH, CERTIFICATE_PATH, KEY_PATH];

/**
 * As they stand on the flash; where their file is damaged, the last good ones. Those of a newer gateway are never written over.
 * Good ones are kept, where they are not yet: at the start alone.
 */
export function storedSettings(): Settings {
  const saved = opened(SAVED_PATH);
  if (saved !== null) {
    saved.close();
    finishSave();
  }
  const text = textAt(SETTINGS_PATH);
  const settings = settingsIn(text);
  if (settings.usable && text !== null) keep(text);
  return settings.damaged ? recall(settings) : settings;
}

/**
 * Brings a save to its end, after a power cut in the middle of it, too: settings and certificates that were set up together hold
 * together. @returns false where the flash cannot be written
 */
export function finishSave(): boolean {
  try {
    for (const path of OWN_PATHS) {
      const draft = opened(path + DRAFT_ENDING);
      draft?.close();
      if (draft !== null) rename(path + DRAFT_ENDING, path);
      // One that was to be taken away; at a cut it stands there without octets, which is as if it were not there.
      if (octetsIn(path, 1)?.length === 0) remove(path);
    }
    rename(SAVED_PATH, SETTINGS_PATH);
    return true;
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return false;
  }
}

function recall(damaged: Settings): Settings {
  const copy = settingsIn(textAt(COPY_PATH));
  if (!copy.usable) return damaged;
  copy.problems.unshift("/settings.json is damaged: the last good settings are used. Write it anew.");
  copy.damaged = true;
  return copy;
}

/** Whole, or those before stay. A flash that cannot be written is no hindrance. */
function keep(text: string): void {
  if (textAt(COPY_PATH) === text) return;
  try {
    const file = open(FRESH_PATH, "wb");
    file.write(new TextEncoder().encode(text));
    file.close();
    rename(FRESH_PATH, COPY_PATH);
  } catch {
    // The settings themselves are there.
  }
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
  const settings = settingsIn(textAt(SETTINGS_PATH));
  return shownSettings(settings.damaged ? recall(settings) : settings);
}

/** read-settings.ts, without what a zone was checked with. */
export function settingsIn(text: string | null): Settings {
  const settings = readSettings(text);
  discard(isTimeZone);
  return settings;
}

/** shown-settings.ts, without the name around it. */
export function shownIn(settings: Settings): string {
  return shownSettings(settings).slice('{"settings":'.length, -1);
}

/** schema.ts */
export function settingsVersion(): number {
  return SETTINGS_VERSION;
}

/** Keys of what is never shown. */
export function secretKeys(): string[] {
  const keys: string[] = [];
  for (const row of settingRows()) if (row.secret) keys.push(row.key);
  return keys;
}

/** The text of a file: null when there is none, "" for what is too long or not UTF-8. */
export function textAt(path: string): string | null {
  const octets = octetsIn(path, SETTINGS_OCTETS_MAX + 1);
  if (octets === null) return null;
  if (octets.length > SETTINGS_OCTETS_MAX) return "";
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch (error) {
    // A full heap says nothing about the file.
    if (error instanceof RangeError) throw error;
    return "";
  }
}
