// The outbox, and all that only sending needs: loaded when there is something to send, and forgotten afterwards.
import { isoOf } from "../iso-text.ts";
import type { KeptOctets } from "../kept-octets.ts";
import type { WallClock } from "../wall-clock.ts";
import { Outbox, type SendNews } from "./outbox.ts";
import { rulesIn } from "./send-rules.ts";
import { sentPayload } from "./sent-payload.ts";

/** The parameters are those of Outbox, but for the rules, which are a text of settings/send-settings.ts. */
export function openOutbox(
  rules: string,
  clock: WallClock,
  fingerprint: (octets: ReadonlyUint8Array) => string,
  unhex: (text: string) => ReadonlyUint8Array | null,
  flash: KeptOctets,
  isFirst: boolean,
  awaited: string,
): Outbox {
  return new Outbox(rulesIn(rules), clock, fingerprint, unhex, flash, isFirst, awaited);
}

/** @param seconds the time, since the beginning of 2000; -1 unknown */
export function newsPayload(news: SendNews, seconds: number): string {
  return sentPayload(news, seconds < 0 ? "" : isoOf(seconds));
}
