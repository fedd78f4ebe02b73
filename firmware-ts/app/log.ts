// What happened, a line each: said on the console as it happens, and the last ones kept for whoever asks later. No line
// holds a text, a number, a code or a secret.
import { anew } from "../domain/anew.ts";
import type { Millis } from "../domain/millis.ts";
import type { Connections } from "../domain/screens/glance.ts";
import type { ClockState } from "../domain/wall-clock.ts";
import type { Console } from "../ports/console.ts";

/** So many lines are kept: each takes some 50 bytes of the heap. */
const LINES_MAX = 12;

/** What a line is: for information, a warning that mends itself, an error that somebody must mend. */
export type LogLevel = "I" | "W" | "E";

export class Log {
  private lines: string[] = [];
  private wifi: Connections["wifi"] = "off";
  private broker: Connections["broker"] = "waiting";
  private modem: Connections["modem"] = "silent";
  private clock: ClockState = "unknown";

  constructor(private readonly console: Console) {}

  /** The level, whole seconds since the start, the text: `W 75 broker: unreachable`. */
  note(level: LogLevel, text: string, now: Millis): void {
    const line = `${level} ${Math.trunc(now / 1000)} ${text}`;
    if (this.lines.length >= LINES_MAX) this.lines.shift();
    this.lines.push(line);
    this.console.say(line);
  }

  /** Notes what has changed since the last time. */
  watch({ wifi, broker, isPlain, modem }: Connections, clock: ClockState, now: Millis): void {
    if (wifi !== this.wifi) this.note(levelOf(wifi), `wifi: ${wifi}`, now);
    if (broker !== this.broker) {
      if (broker === "up" && isPlain) this.note("W", "broker: up, not encrypted", now);
      else this.note(levelOf(broker), `broker: ${broker}`, now);
    }
    if (modem !== this.modem) this.note(levelOf(modem), `modem: ${modem}`, now);
    if (clock !== this.clock) this.note("I", `clock: ${clock}`, now);
    this.clock = clock;
    this.wifi = wifi;
    this.broker = broker;
    this.modem = modem;
  }

  /** To be called when nothing is going on: domain/anew.ts. */
  settle(): void {
    this.lines = this.lines.map(anew);
  }

  /** The lines that are kept, the oldest first. */
  kept(): readonly string[] {
    return this.lines;
  }
}

function levelOf(state: string): LogLevel {
  switch (state) {
    case "up":
    case "ready":
    case "joining":
    case "starting":
      return "I";
    case "wrong-key":
    case "wrong-protocol":
    case "wrong-id":
    case "wrong-user":
    case "not-allowed":
    case "taken-over":
    case "no-sim":
    case "pin":
    case "unknown-name":
    case "ipv6-only":
    case "wrong-pin":
    case "no-power":
      return "E";
    default:
      return "W";
  }
}
