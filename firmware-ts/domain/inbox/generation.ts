// Which of several messages a part belongs to when its sender has used a reference again.
import type { StoredMessage } from "./stored-message.ts";

/** Parts of one message are sent within minutes; a reference that comes again after so long is another message's. */
const SAME_MESSAGE_S_MAX = 3600;

/** @param messages that are known: the newest message that lacks the part has it, or it begins another one */
export function generationOf(part: StoredMessage, messages: readonly StoredMessage[]): int<0, 65535> {
  let newest: int<-1, 65534> = -1;
  for (const other of messages) {
    if (other.group === part.group && other.generation > newest) newest = other.generation & 0x7fff;
  }
  for (let generation = newest; generation >= 0; generation--) {
    if (fits(part, generation, messages)) return generation;
  }
  return newest + 1;
}

/** Whether the part can belong to the message of this generation, as far as its other parts tell. */
function fits(part: StoredMessage, generation: number, messages: readonly StoredMessage[]): boolean {
  return messages.every((other) => {
    if (other.group !== part.group || other.generation !== generation) return true;
    const isLate = Math.abs(other.sentAtSeconds - part.sentAtSeconds) > SAME_MESSAGE_S_MAX;
    if (isLate && other.sentAtSeconds > 0 && part.sentAtSeconds > 0) return false;
    return other.state === "waiting" && (other.part !== part.part || other.fingerprint === part.fingerprint);
  });
}
