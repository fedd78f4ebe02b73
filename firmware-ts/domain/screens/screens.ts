// What the display says: lines of ASCII, 16 columns, 8 or 4 rows. The last row is the bar: three signs (characters from
// SIGN_FIRST on, which the display draws; no text has them), the page of a long text, how long ago the last message came,
// how many came.
import type { Millis } from "../millis.ts";
import { COLUMNS, linesOf } from "./display-text.ts";
import { type Glance, told } from "./glance.ts";

export const SIGN_FIRST = 0x10;
/** With it begins a line whose left half is a picture: ports/display.ts. */
export const PICTURE = "\x0f";
/** No mobile network; its signal in four steps; a signal that is not known. */
const SIGNAL_SIGNS = "\x10\x11\x12\x13\x14\x15";
/** From each of these on it is the next sign, about as GSM telephones do; 0 is a signal that is not known. */
const SIGNAL_STEPS_DBM: readonly number[] = [-127, -107, -97, -87, 0];

/** A page of a long text stays for so long. */
const PAGE_MS = 3000;
const TITLE = "SMS gateway";
/** More than a text can have. */
export const LINES_MAX = 999;

/**
 * Sender and text, or how things stand and what to do about it; and the bar.
 * @param from ASCII; "" for none
 * @param text as toAscii() gives it, of so many lines; none: 0
 * @param age of the last message
 * @param count of messages so far
 */
export function screenOf(
  glance: Glance,
  from: string,
  text: ReadonlyUint8Array,
  lineCount: number,
  age: Millis,
  count: number,
  rows: number,
): string[] {
  const problem = glance.problem();
  const lines = [from === "" ? TITLE : from];
  const [, words = "", advice = ""] = told(problem);
  let page = "";
  if (lineCount > 0) {
    const room = problem === "" || rows < 6 ? rows - 2 : rows - 3;
    page = addPage(lines, text, lineCount, room, age);
    if (room < rows - 2) lines.push(words);
  } else if (rows < 6) {
    lines.push(
      problem === "" ? `ready${glance.isPlain ? ", plain" : ""}` : words,
      problem === "" ? signalWords(glance) : advice,
    );
  } else {
    // Without Wi-Fi, what the broker said last is no news.
    const linked = glance.broker === "up" && glance.isPlain ? "plain" : glance.broker;
    const broker = glance.wifi === "up" ? linked : "waiting";
    for (const state of [`W${glance.wifi}`, `B${broker}`, `M${glance.modem}`]) lines.push(told(state)[1] ?? "");
    // A warning has no line of its own.
    lines.push(signalWords(glance), problem.startsWith("!") ? words : "", advice);
  }
  lines.push(bar(glance, page, count, count === 0 ? "" : ageWords(age)));
  return lines;
}

/** Adds the page that is due, so many lines. @returns `1/3`; "" for the only one */
export function addPage(
  lines: string[],
  text: ReadonlyUint8Array,
  lineCount: number,
  room: number,
  age: Millis,
): string {
  const pages = Math.ceil(Math.max(lineCount, 1) / Math.max(room, 1));
  const page = Math.trunc(age / PAGE_MS) % Math.max(pages, 1);
  for (const line of linesOf(text, page * room, room)) lines.push(line);
  while (lines.length < room + 1) lines.push("");
  return pages > 1 ? `${page + 1}/${pages}` : "";
}

/** `Signal -71 dBm`; "" while it is not known. */
function signalWords(glance: Glance): string {
  if (!glance.isServed()) return told(`N${glance.registration}`)[1] ?? "";
  return glance.signalDbm === 0 ? "" : `Signal ${glance.signalDbm} dBm`;
}

function bar(glance: Glance, page: string, count: number, age: string): string {
  const { signalDbm } = glance;
  let sign = 0;
  if (glance.modem === "ready" && glance.isServed()) {
    for (const step of SIGNAL_STEPS_DBM) if (signalDbm >= step) sign += 1;
  }
  const signs = SIGNAL_SIGNS.slice(sign, sign + 1) + (glance.wifi === "up" ? "\x16" : "\x17");
  const right = `${page} ${age} #${count}`.padStart(COLUMNS - 3);
  return `${signs}${glance.broker === "up" ? "\x18" : "\x19"}${right}`.slice(0, COLUMNS);
}

/** How long ago, in few characters: `12s`, `5m`, `3h`, `2d`. */
function ageWords(age: Millis): string {
  if (age < 60000) return `${Math.trunc(age / 1000)}s`;
  if (age < 3600000) return `${Math.trunc(age / 60000)}m`;
  return age < 172800000 ? `${Math.trunc(age / 3600000)}h` : `${Math.trunc(age / 86400000)}d`;
}
