// What leaves for the broker next: a message, or the parts of a long one once all are there. An unfinished one holds
// nothing back; it leaves as it is when no part has come for a long time, or when its parts take the room of others.
import type { Millis } from "../millis.ts";
import type { StoredMessage } from "./stored-message.ts";

/** A message for the broker. */
export interface Publication {
  /** In the order of the parts, each once. */
  readonly messages: readonly StoredMessage[];
  /** How many parts the whole message has. */
  readonly parts: u8;
}

/**
 * The first of `messages`, which are in order, that can leave; null for none.
 * @param patienceMs so long after its last part an unfinished message leaves as it is
 * @param isCrowded unfinished messages take the room of others: the oldest leaves as it is
 */
export function nextPublication(
  messages: readonly StoredMessage[],
  now: Millis,
  patienceMs: number,
  isCrowded: boolean,
): Publication | null {
  let oldest: StoredMessage | null = null;
  for (const message of messages) {
    if (message.state !== "waiting" || !message.isOrdered) continue;
    if (message.parts === 1) return { messages: [message], parts: 1 };
    const found = partsOf(messages, message);
    if (found[0] !== message) continue;
    if (found.length === message.parts) return { messages: found, parts: message.parts };
    if (now - lastFoundAt(found) >= patienceMs) return { messages: found, parts: message.parts };
    if (oldest === null || message.foundAt < oldest.foundAt) oldest = message;
  }
  return isCrowded && oldest !== null ? { messages: partsOf(messages, oldest), parts: oldest.parts } : null;
}

/** The parts of the message that waits longest for the rest of it; none when there is no such message. */
export function oldestUnfinished(messages: readonly StoredMessage[]): StoredMessage[] {
  let oldest: StoredMessage | null = null;
  for (const message of messages) {
    if (message.state !== "waiting" || message.parts === 1) continue;
    if (partsOf(messages, message).every((part) => part.isKept)) continue;
    if (oldest === null || message.foundAt < oldest.foundAt) oldest = message;
  }
  return oldest === null ? [] : partsOf(messages, oldest);
}

/** The parts of one long message that are there, each number once, in their order; none while one is not in its place. */
function partsOf(messages: readonly StoredMessage[], one: StoredMessage): StoredMessage[] {
  const found: StoredMessage[] = [];
  for (const message of messages) {
    if (!isOfSame(message, one) || message.state !== "waiting") continue;
    if (!message.isOrdered) return [];
    if (!found.some((other) => other.part === message.part)) found.push(message);
  }
  return found.sort((a, b) => a.part - b.part);
}

/** Whether both are parts of one long message. */
export function isOfSame(message: StoredMessage, other: StoredMessage): boolean {
  return message.group === other.group && message.generation === other.generation;
}

function lastFoundAt(messages: readonly StoredMessage[]): Millis {
  let last: Millis = 0;
  for (const { foundAt } of messages) if (foundAt > last) last = foundAt;
  return last;
}
