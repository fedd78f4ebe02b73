// What happened, a line each: said on the console as it happens, and the last ones kept for whoever asks later. No line
// holds a text, a number, a code or a secret.
import type { Millis } from "../domain/millis.ts";
import type { Connections } from "../domain/screens/glance.ts";
import type { Console } from "../ports/console.ts";

/** So many lines are kept: each takes some 50 bytes of the heap. */
const LINES_MAX = 12;

/** What a line is: for information, a warning that mends itself, an error that somebody must mend. */
export type LogLevel = "I" | "W" | "E";

export class Log {
  private readonly lines: string[] = [];
  private wifi: Connections["wifi"] = "off";
  private broker: Connections["broker"] = "waiting";
  private modem: Connections["modem"] = "silent";

  constructor(private readonly console: Console) {}

  /** The level, whole seconds since the start, the text: `W 75 broker: unreachable`. */
  note(level: LogLevel, text: string, now: Millis): void {
    const line = `${level} ${Math.trunc(now / 1000)} ${text}`;
    if (this.lines.length >= LINES_MAX) this.lines.shift();
    this.lines.push(line);
    this.console.say(line);
  }

  /** Notes what has changed since the last time. */
  watch({ wifi, broker, modem }: Connections, now: Millis): void {
    if (wifi !== this.wifi) this.note(levelOf(wifi), `wifi: ${wifi}`, now);
    if (broker !== this.broker) this.note(levelOf(broker), `broker: ${broker}`, now);
    if (modem !== this.modem) this.note(levelOf(modem), `modem: ${modem}`, now);
    this.wifi = wifi;
    this.broker = broker;
    this.modem = modem;
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
    case "refused":
    case "no-sim":
    case "pin":
    case "wrong-pin":
    case "no-power":
      return "E";
    default:
      return "W";
  }
}
