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
import { octetsIn } from "./flash-file.ts";
import { draftPath, hasFile, sizeOf } from "./portal/draft-files.ts";
import { DRAFT_PATH, FRESH_PATH, KEPT_PATH, SAVED_PATH, SETTINGS_OCTETS_MAX, SETTINGS_PATH } from "./settings-paths.ts";
import {
  addressIn,
  finishSave,
  secretKeys,
  settingsIn,
  settingsVersion,
  shownIn,
  textAt,
} from "./stored-settings.late.ts";

/** What is copied at a time. */
const PIECE_OCTETS = 256;

/** What the page is told of settings that it has sent, and what it is told of them later. */
export interface Drafted {
  /** JSON; "!" where the flash cannot be written. */
  readonly answer: string;
  /** Of usable ones: JSON as shown-settings.ts has it, and the problems. */
  readonly shown: string;
  readonly problems: string;
}

/**
 * The text of settings as the page sends them, with the secrets that stay; "" for what is no object. By itself, as what checks
 * settings has no room beside what they are made of.
 * @param secrets keys, with commas between
 */
export function mergedDraft(body: string, version: string, secrets: string): string {
  const sent = objectIn(body);
  const wanted = sent === null ? null : (sent.settings ?? null);
  if (wanted === null || typeof wanted !== "object" || Array.isArray(wanted)) return "";
  return mergedSettings(version, wanted, before(), secrets.split(","));
}

/** Checks settings, and writes usable ones as the draft. */
export function draftSettings(text: string): Drafted {
  const settings = settingsIn(text);
  checkFiles(settings);
  const drafted = draftAnswer(settings);
  if (!settings.usable) return { answer: drafted.answer, shown: "", problems: "" };
  if (!write(text)) return { answer: "!", shown: "", problems: "" };
  return { answer: drafted.answer, shown: shownIn(settings), problems: drafted.problems };
}

/**
 * What setup mode keeps of the settings' code, a line each: the settings that hold, as JSON without what is secret; what is wrong with
 * them; the keys of what is secret, with commas between; the version of new ones; "keep" where there are settings of which nothing
 * could be read. Where there are no settings they are those of a gateway that nobody has told anything, with which nothing is wrong yet.
 */
export function startView(settings: Settings): string {
  const isUnread = settings.damaged || (!settings.absent && settings.given().length === 0);
  const facts = `${secretKeys().join(",")}\n${settingsVersion()}\n${isUnread ? "keep" : ""}`;
  if (settings.absent) return `${shownIn(settingsIn(`{"version":${settingsVersion()}}`))}\n[]\n${facts}`;
  return `${shownIn(settings)}\n${draftAnswer(settings).problems}\n${facts}`;
}

/** What the test needs of the draft: domain/portal/test-plan.ts. */
export function planOfDraft(): string {
  const settings = settingsIn(textAt(DRAFT_PATH) ?? "");
  return planText((key) => settings.text(key), addressIn(settings));
}

/** Whether the draft has the files that it speaks of: one may have been taken away since it was written. */
export function isDraftWhole(): boolean {
  const settings = settingsIn(textAt(DRAFT_PATH) ?? "");
  checkFiles(settings);
  return settings.usable;
}

/**
 * The draft becomes the settings: from the first renaming on that is certain, whatever happens.
 * @param keeps those before it, which could not be read: they may be a newer gateway's
 */
export function saveDraft(keeps: boolean): boolean {
  try {
    if (keeps && !keepSettings()) return false;
    rename(DRAFT_PATH, SAVED_PATH);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return false;
  }
  return finishSave();
}

/** Piece by piece, however long they are. @returns whether they read back as they were */
function keepSettings(): boolean {
  const fresh = open(FRESH_PATH, "wb");
  const isWritten = eachPiece((piece) => fresh.write(piece) === piece.length);
  fresh.close();
  if (!isWritten) return false;
  rename(FRESH_PATH, KEPT_PATH);
  const kept = open(KEPT_PATH, "rb");
  const isSame = eachPiece((piece) => isEqual(piece, kept.read(piece.length))) && kept.read(1).length === 0;
  kept.close();
  return isSame;
}

/** Goes over the settings as they lie there. @returns whether `take` took all of them */
function eachPiece(take: (piece: ReadonlyUint8Array) => boolean): boolean {
  const file = open(SETTINGS_PATH, "rb");
  let isTaken = true;
  let piece = file.read(PIECE_OCTETS);
  while (isTaken && piece.length > 0) {
    isTaken = take(piece);
    piece = file.read(PIECE_OCTETS);
  }
  file.close();
  return isTaken;
}

function isEqual(one: ReadonlyUint8Array, other: ReadonlyUint8Array): boolean {
  return one.length === other.length && one.every((octet, i) => octet === other[i]);
}

/** What a setup left that nobody saved. */
export function dropDrafts(): void {
  for (const path of [DRAFT_PATH, "/upload", draftPath("ca"), draftPath("client"), draftPath("key")]) {
    if (sizeOf(path) >= 0) drop(path);
  }
}

/** The secrets that stay are those of the draft, where there is one: it holds what was typed a minute ago. */
function before(): JsonObject | null {
  const draft = textOf(DRAFT_PATH);
  return objectIn(draft === null ? (textOf(SETTINGS_PATH) ?? "") : draft);
}

/** As textAt() of stored-settings.late.ts, whose code has no room beside this. */
function textOf(path: string): string | null {
  const octets = octetsIn(path, SETTINGS_OCTETS_MAX);
  if (octets === null) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return "";
  }
}

/** TLS needs files that the settings only speak of. */
function checkFiles(settings: Settings): void {
  if (settings.text("broker_tls") !== "true") return;
  if (settings.text("broker_ca") === "own" && !hasFile("ca"))
    settings.refuse("broker_ca is own: add the certificate of the authority.", true);
  if (settings.text("broker_cert") === "true" && !(hasFile("client") && hasFile("key")))
    settings.refuse("broker_cert is true: add the client's certificate and its key.", true);
}

function write(text: string): boolean {
  try {
    const file = open(FRESH_PATH, "wb");
    file.write(new TextEncoder().encode(text));
    file.close();
    rename(FRESH_PATH, DRAFT_PATH);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return false;
  }
  return textAt(DRAFT_PATH) === text;
}

function drop(path: string): void {
  try {
    remove(path);
  } catch (error) {
    // A flash that cannot be written will not take a save either.
    if (error instanceof RangeError) throw error;
  }
}
