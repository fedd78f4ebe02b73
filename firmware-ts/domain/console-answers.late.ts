// What the console is answered, for whoever types a command there: seldom, so it is loaded then and forgotten after. Nothing
// that it says holds a text, a code or a secret.
import { MAINTENANCE } from "./api.ts";
import type { Millis } from "./millis.ts";
import type { Connections } from "./screens/glance.ts";

/** The answers, each a line of JSON. */
export interface Answers {
  /** What runs, and how it goes. */
  diagnose(): string;
  /** The settings without what is secret. */
  settings(): string;
  /** What happened last. */
  log(): string;
  /** Name and key of the board's own Wi-Fi; there in the setup mode alone. */
  key?(): string;
}

/** Of the port Journal. */
interface Records {
  openKept(name: "crash"): boolean;
  readKept(at: int<0, 2000000>, into: Uint8Array): int<0, 65535>;
  closeKept(): void;
}

/** A trace of ten places, and what stands around it. */
const RECORD_OCTETS_MAX = 1536;

/** What a line is answered. */
export function answerTo(line: string, answers: Answers): string {
  switch (line) {
    case MAINTENANCE:
      return '{"ok":"maintenance"}';
    case '{"cmd":"diagnose"}':
      return answers.diagnose();
    case '{"cmd":"settings"}':
      return answers.settings();
    case '{"cmd":"log"}':
      return answers.log();
    case '{"cmd":"key"}':
      return answers.key?.() ?? '{"error":"the board is not in setup mode"}';
    default:
      return '{"error":"unknown command","commands":["maintenance","diagnose","settings","log","key"]}';
  }
}

/** @param isPlain the broker is spoken to without TLS @param messages so many were published since the start @param heldUpMs the longest time that the loop was held up @param records where the record of a crash is kept */
export function diagnosisOf(
  build: string,
  board: string,
  now: Millis,
  { wifi, broker, modem }: Connections,
  isPlain: boolean,
  messages: number,
  heldUpMs: number,
  warnings: readonly string[],
  records: Records,
): string {
  const said = `"wifi":"${wifi}","broker":"${broker}","encrypted":${!isPlain},"modem":"${modem}"`;
  return `{"build":"${build}","board":"${board}","uptime_s":${Math.trunc(now / 1000)},${said},"messages":${messages},"hold_up_ms":${heldUpMs},"warnings":${listOf(warnings)},"crash":${crashIn(records)}}`;
}

/** The record of the last crash, JSON: drivers/start-record.late.ts. */
function crashIn(records: Records): string {
  if (!records.openKept("crash")) return "null";
  const octets = new Uint8Array(RECORD_OCTETS_MAX);
  const length = records.readKept(0, octets);
  records.closeKept();
  const text = new TextDecoder().decode(octets.subarray(0, length));
  return text.startsWith('{"reason":') && text.endsWith("}") ? text : "null";
}

/** Lines of the log as an object of JSON. */
export function logOf(lines: readonly string[]): string {
  return `{"log":${listOf(lines)}}`;
}

/** Texts as an array of JSON. */
export function listOf(texts: readonly string[]): string {
  return `[${texts.map((text) => JSON.stringify(text)).join(",")}]`;
}
