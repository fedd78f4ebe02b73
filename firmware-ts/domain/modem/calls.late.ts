// Calls: none is taken. What rings is told once it has stopped, or is rejected first where the settings want that (SIM800
// AT Command Manual V1.12: 2.2.10 ATH, 3.2.11 CLIP, which comes with each RING, for a withheld number as well). Loaded with the
// first ring, and forgotten when all is told.
import { localIsoOf } from "../local-time.ts";
import type { Millis } from "../millis.ts";
import type { WallClock } from "../wall-clock.ts";

/** A caller who has gone. */
export interface MissedCall {
  /** As the network shows it; "" withheld. */
  readonly from: string;
  /** When it rang first. */
  readonly at: Millis;
}

/** A SIM800 says RING each 3 to 5 s: after so long without one the caller has gone, whatever else was missed. */
const GONE_AFTER_MS = 8000;
/** What is said of a call that has just ended belongs to it. */
const ECHO_MS = 2000;
const NUMBER_LENGTH_MAX = 32;
/** More are not kept while the broker is away. */
const MISSED_MAX = 8;

/** The parameters are those of Calls. */
export function openCalls(rejects: boolean): Calls {
  return new Calls(rejects);
}

/**
 * The payload of CallMessage (api.ts); put together as text, as a class for it would cost the heap.
 * @param from "" withheld
 * @param seconds when, since the beginning of 2000; -1 unknown
 * @param clock whose zone counts
 */
export function callPayload(id: string, from: string, seconds: number, clock: WallClock): string {
  const number = from === "" ? "null" : JSON.stringify(from);
  const time = seconds < 0 ? "" : `,"time":"${localIsoOf(seconds, clock)}"`;
  return `{"id":"${id}","from":${number}${time},"missed":true}`;
}

export class Calls {
  private readonly missed: MissedCall[] = [];
  private isRinging = false;
  private hasNumber = false;
  private from = "";
  private since: Millis = 0;
  /** It rang last, or ended. */
  private heardAt: Millis = 0;

  /** @param rejects whether callers are sent away, instead of ringing until they give up */
  constructor(private readonly rejects: boolean) {}

  /** The oldest call that nobody was told of; null for none. */
  next(now: Millis): MissedCall | null {
    if (now - this.heardAt >= GONE_AFTER_MS) this.end(now);
    return this.missed[0] ?? null;
  }

  /** Whether nothing is left of it: nobody rings, all is told, and no echo of it is to come. */
  isOver(now: Millis): boolean {
    return !this.isRinging && this.missed.length === 0 && now - this.heardAt >= ECHO_MS;
  }

  /** The oldest one was told. */
  told(): void {
    this.missed.shift();
  }

  /** The command that is due; "" for none. */
  due(now: Millis): string {
    if (!this.rejects || !this.isRinging || !this.hasNumber) return "";
    this.end(now);
    return "ATH";
  }

  /** A line of the modem's own. */
  heard(line: string, now: Millis): void {
    if (line === "RING") {
      if (!this.isRinging && this.heardAt > 0 && now - this.heardAt < ECHO_MS) return;
      if (!this.isRinging) this.begin(now);
      this.heardAt = now;
    } else if (line.startsWith("+CLIP:") && this.isRinging) {
      this.hasNumber = true;
      this.from = (line.split('"')[1] ?? "").slice(0, NUMBER_LENGTH_MAX);
    } else if (line === "NO CARRIER" || line.startsWith("MISSED_CALL")) {
      this.end(now);
    }
  }

  private begin(now: Millis): void {
    this.isRinging = true;
    this.hasNumber = false;
    this.from = "";
    this.since = now;
  }

  private end(now: Millis): void {
    if (!this.isRinging) return;
    this.isRinging = false;
    this.heardAt = now;
    if (this.missed.length < MISSED_MAX) this.missed.push({ from: this.from, at: this.since });
  }
}
