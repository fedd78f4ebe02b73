// Messages to the gateway, from their arrival, at any moment, to the turn of the loop that looks at them. Bounded: of what
// is too much only the topic is kept, or that there was one, so that it is answered.

/** What the name of a topic begins with that is not below the base. */
export const OUTSIDE = "/";

/** What somebody has published for the gateway. */
export interface Command {
  /** The topic below the gateway's base; all of another one, with OUTSIDE before it. */
  readonly name: string;
  /** "" for an empty one; null when it is too long, no UTF-8, or one too many. */
  readonly payload: string | null;
  /** RETAIN: the broker had kept it [MQTT-3.3.1-8]. */
  readonly isRetained: boolean;
  /** DUP: sent again, perhaps after it had arrived [MQTT-3.3.1-1]. */
  readonly isRepeat: boolean;
  /** Why it is refused whatever it says: `code:sentence`; "" nothing is known against it. */
  readonly refusal: string;
}

const COMMANDS_MAX = 32;
/** Of all payloads together. */
const UNITS_MAX = 6000;
const RETAIN = 0x01;
const DUP = 0x08;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class CommandQueue {
  private waiting: Command[] = [];
  /** How many more have come, and the topic of the last of them. */
  private overflow = 0;
  private overflowName = "";

  /** @param base of the topics */
  constructor(private readonly base: string) {}

  /**
   * A message has come.
   * @param flags the first octet of its packet [MQTT-3.3.1]
   * @param payload null for one that is too long
   */
  put(topic: ReadonlyUint8Array, payload: ReadonlyUint8Array | null, flags: number): void {
    const name = textOf(topic);
    if (name === null) return;
    const below = name.startsWith(`${this.base}/`) ? name.slice(this.base.length + 1) : `${OUTSIDE}${name}`;
    if (this.waiting.length >= COMMANDS_MAX) {
      this.overflow += 1;
      this.overflowName = below;
      return;
    }
    this.waiting.push({
      name: below,
      payload: payload === null || this.units() + payload.length > UNITS_MAX ? null : textOf(payload),
      isRetained: (flags & RETAIN) !== 0,
      isRepeat: (flags & DUP) !== 0,
      refusal: "",
    });
  }

  /** The oldest; null for none. */
  take(): Command | null {
    const command = this.waiting.shift() ?? null;
    if (command !== null || this.overflow === 0) return command;
    this.overflow -= 1;
    return { name: this.overflowName, payload: null, isRetained: false, isRepeat: false, refusal: "" };
  }

  private units(): number {
    let units = 0;
    for (const { payload } of this.waiting) units += payload === null ? 0 : payload.length;
    return units;
  }
}

function textOf(octets: ReadonlyUint8Array): string | null {
  try {
    return decoder.decode(octets);
  } catch {
    return null;
  }
}
