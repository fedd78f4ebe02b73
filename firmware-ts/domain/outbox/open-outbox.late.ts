// The outbox, and all that only sending needs: loaded when there is something to send, and forgotten afterwards.
import type { WallClock } from "../wall-clock.ts";
import { Outbox } from "./outbox.ts";
import type { SendRules } from "./send-rules.ts";

/** The parameters are those of Outbox. */
export function openOutbox(
  rules: SendRules,
  clock: WallClock,
  fingerprint: (octets: ReadonlyUint8Array) => string,
  unhex: (text: string) => ReadonlyUint8Array | null,
  image: ReadonlyUint8Array | null,
  isFirst: boolean,
  awaited: string,
): Outbox {
  return new Outbox(rules, clock, fingerprint, unhex, image, isFirst, awaited);
}
