// What setup mode writes of the settings: the draft, and the save that makes it the settings. Loaded for each of them. What is
// written is read back; each file is there whole or not at all (littlefs), and a save that is cut off goes on at the next start
// (stored-settings.late.ts).
import { open } from "io";
import { remove, rename } from "os";
import { draftAnswer } from "../domain/portal/draft-answer.ts";
import { type JsonObject, objectIn } from "../domain/portal/json-text.ts";
import { mergedSettings } from "../domain/portal/merged-settings.ts";
import { planText } from "../domain/portal/test-plan.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { draftPath, filePath, sizeOf } from "./portal/draft-files.ts";
import {
  addressIn,
  finishSave,
  secretKeys,
  settingsIn,
  settingsVersion,
  shownIn,
  textAt,
} from "./stored-settings.late.ts";

const PATH = "/settings.json";
const DRAFT = "/settings.draft";
const SAVED = "/settings.save";
const FRESH = "/settings.new";

/** What the page is told of settings that it has sent, and what it is told of them later. */
export interface Drafted {
  /** JSON; "" for what is no object, "!" where the flash cannot be written. */
  readonly answer: string;
  /** Of usable ones: JSON as shown-settings.ts has it, and the problems. */
  readonly shown: string;
  readonly problems: string;
}

/** Checks settings as the page sends them, and writes usable ones as the draft. */
export function draftSettings(body: string): Drafted {
  const sent = objectIn(body);
  const wanted = sent === null ? null : (sent.settings ?? null);
  if (wanted === null || typeof wanted !== "object" || Array.isArray(wanted))
    return { answer: "", shown: "", problems: "" };
  const text = mergedSettings(settingsVersion(), wanted, before(), secretKeys());
  const settings = settingsIn(text);
  checkFiles(settings);
  const drafted = draftAnswer(settings);
  if (!settings.usable) return { answer: drafted.answer, shown: "", problems: "" };
  if (!write(text)) return { answer: "!", shown: "", problems: "" };
  return { answer: drafted.answer, shown: shownIn(settings), problems: drafted.problems };
}

/**
 * The settings that hold at the start, as JSON without what is secret, and in a second line what is wrong with them. Where there
 * are none those of a gateway that nobody has told anything, with which nothing is wrong yet.
 */
export function startView(settings: Settings): string {
  if (settings.absent) return `${shownIn(settingsIn(`{"version":${settingsVersion()}}`))}\n[]`;
  return `${shownIn(settings)}\n${draftAnswer(settings).problems}`;
}

/** What the test needs of the draft: domain/portal/test-plan.ts. */
export function planOfDraft(): string {
  const settings = settingsIn(textAt(DRAFT) ?? "");
  return planText((key) => settings.text(key), addressIn(settings));
}

/** The draft becomes the settings: from the first renaming on that is certain, whatever happens. */
export function saveDraft(): boolean {
  try {
    rename(DRAFT, SAVED);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return false;
  }
  return finishSave();
}

/** What a setup left that nobody saved. */
export function dropDrafts(): void {
  for (const path of [DRAFT, "/upload", draftPath("ca"), draftPath("client"), draftPath("key")]) {
    if (sizeOf(path) >= 0) drop(path);
  }
}

/** The secrets that stay are those of the draft, where there is one: it holds what was typed a minute ago. */
function before(): JsonObject | null {
  const draft = textAt(DRAFT);
  return objectIn(draft === null ? (textAt(PATH) ?? "") : draft);
}

/** TLS needs files that the settings only speak of. */
function checkFiles(settings: Settings): void {
  if (settings.text("broker_tls") !== "true") return;
  if (settings.text("broker_ca") === "own" && !hasFile("ca"))
    settings.refuse("broker_ca is own: add the certificate of the authority.", true);
  if (settings.text("broker_cert") === "true" && !(hasFile("client") && hasFile("key")))
    settings.refuse("broker_cert is true: add the client's certificate and its key.", true);
}

function hasFile(name: string): boolean {
  const draft = sizeOf(draftPath(name));
  return (draft < 0 ? sizeOf(filePath(name)) : draft) > 0;
}

function write(text: string): boolean {
  try {
    const file = open(FRESH, "wb");
    file.write(new TextEncoder().encode(text));
    file.close();
    rename(FRESH, DRAFT);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return false;
  }
  return textAt(DRAFT) === text;
}

function drop(path: string): void {
  try {
    remove(path);
  } catch (error) {
    // A flash that cannot be written will not take a save either.
    if (error instanceof RangeError) throw error;
  }
}
