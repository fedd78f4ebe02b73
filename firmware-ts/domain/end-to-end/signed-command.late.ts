// With the setting `require_signed` a command is {"signed": base64url of its JSON octets, "sig": hex HMAC-SHA-256 of topic,
// NUL and those octets}, and its JSON holds `id` and `time`. Only such a one is taken: once, and within two minutes of its
// time. So who has the broker, but not the key, can give no command, nor give one again. Loaded when a command comes.
import type { Command } from "../command-queue.ts";
import { isIdentifier } from "../identifier.ts";
import { secondsOfIso } from "../iso-time.ts";
import { objectIn } from "../json-object.ts";
import type { Seal } from "./seal.ts";
import { forgottenUntil, remember, wasSeen } from "./seen-signatures.ts";

/** How far the clocks of sender and gateway may be apart, with the time on the way. */
const APART_S_MAX = 120;
const TAG_OCTETS = 32;

/** Codes for programs, words for people. */
const UNSIGNED = "unsigned:Commands must be signed: publish signed and sig, as docs/end-to-end.md says.";
const WRONG = "unsigned:sig does not fit: the key, the topic or the command is another one.";
const INCOMPLETE = "malformed:What is signed must be a JSON object with id and time.";
const NO_CLOCK = "clock:The gateway does not know the time yet: sign it anew in a minute.";
const STALE =
  "stale:It was signed over two minutes ago, before the gateway's start, or by a wrong clock: sign it anew.";
const REPEATED = "repeated:It was taken once already: sign it anew.";

/**
 * The command that was signed; or what came, with the reason why it is refused.
 * @param base of the topics
 * @param utc the time in seconds since the beginning of 2000; -1 unknown
 * @param uptime in seconds
 */
export function openSigned(command: Command, base: string, seal: Seal, utc: number, uptime: number): Command {
  const { name, payload, refusal } = command;
  // Of what is too long, or empty, nothing is executed anyway.
  if (payload === null || payload === "") return command;
  // The identifier that was not signed with it says nothing.
  if (refusal !== "") return withRefusal(command, "{}", refusal);
  const fields = objectIn(payload);
  const signed = fields === null ? null : (fields.signed ?? null);
  const sig = fields === null ? null : (fields.sig ?? null);
  if (typeof signed !== "string" || typeof sig !== "string") return withRefusal(command, payload, UNSIGNED);
  const octets = seal.cipher.fromBase64(signed);
  const tag = seal.cipher.fromHex(sig);
  if (octets === null || tag === null) return withRefusal(command, payload, WRONG);
  const topic = new TextEncoder().encode(`${base}/${name}\0`);
  if (!isSame(tag, seal.mac.of([topic, octets]))) return withRefusal(command, payload, WRONG);
  const text = textOf(octets);
  return withRefusal(command, text, text === "" ? INCOMPLETE : refusalOf(text, tag, seal.seen, utc, uptime));
}

/** Why a command that is rightly signed is not taken; "" it is taken, and never again. */
function refusalOf(text: string, tag: ReadonlyUint8Array, seen: Uint8Array, utc: number, uptime: number): string {
  const fields = objectIn(text);
  const id = fields === null ? null : (fields.id ?? null);
  const time = fields === null ? null : (fields.time ?? null);
  if (typeof id !== "string" || !isIdentifier(id) || typeof time !== "string") return INCOMPLETE;
  const seconds = secondsOfIso(time);
  if (seconds < 0) return INCOMPLETE;
  if (utc < 0) return NO_CLOCK;
  if (wasSeen(seen, tag)) return REPEATED;
  // What was taken before the start is not known any more.
  const earliest = Math.max(utc - APART_S_MAX, utc - uptime, forgottenUntil(seen) + 1);
  if (seconds < earliest || seconds > utc + APART_S_MAX) return STALE;
  remember(seen, tag, seconds);
  return "";
}

/** Takes the same time for any two of that length: how far they are alike is nobody's business. */
function isSame(tag: ReadonlyUint8Array, wanted: ReadonlyUint8Array): boolean {
  if (tag.length !== TAG_OCTETS) return false;
  let difference = 0;
  for (let i = 0; i < TAG_OCTETS; i++) difference |= (tag[i] ?? 0) ^ (wanted[i] ?? 0);
  return difference === 0;
}

/** "" for what is no UTF-8. */
function textOf(octets: ReadonlyUint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return "";
  }
}

function withRefusal({ isRepeat, isRetained, name }: Command, payload: string, refusal: string): Command {
  return { name, payload, isRetained, isRepeat, refusal };
}
