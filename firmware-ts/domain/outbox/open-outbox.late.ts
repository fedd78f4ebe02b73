// The outbox, and all that only sending needs: loaded when there is something to send, and forgotten afterwards.
import type { KeptOctets } from "../kept-octets.ts";
import { localIsoOf } from "../local-time.ts";
import type { Millis } from "../millis.ts";
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

/** Of what became of a command, now. */
export function newsPayload(news: SendNews, clock: WallClock, now: Millis): string {
  const seconds = clock.seconds(now);
  return sentPayload(news, seconds < 0 ? "" : localIsoOf(seconds, clock));
}
