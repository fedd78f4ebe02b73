// The outbox, and all that only sending needs.
import { Outbox } from "../domain/outbox/outbox.ts";
import type { SendRules } from "../domain/outbox/send-rules.ts";
import type { WallClock } from "../domain/wall-clock.ts";

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
