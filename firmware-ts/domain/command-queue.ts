// Messages to the gateway, from their arrival, at any moment, to the turn of the loop that looks at them. Bounded by what they
// hold: of one too many only topic and identifier are kept, so that it is told so, and of a flood how many there are.

import { SEND_TOPIC } from "./api.ts";

/** What the name of a topic begins with that is not below the base. */
export const OUTSIDE = "/";

/** What somebody has published for the gateway. */
export interface Command {
  /** The topic below the gateway's base; all of another one, with OUTSIDE before it. */
  readonly name: string;
  /** "" for an empty one; null when it is too long or no UTF-8. */
  readonly payload: string | null;
  /** RETAIN: the broker had kept it [MQTT-3.3.1-8]. */
  readonly isRetained: boolean;
  /** DUP: sent again, perhaps after it had arrived [MQTT-3.3.1-1]. */
  readonly isRepeat: boolean;
  /** Why it is refused whatever it says: `code:sentence`, or BUSY; "" nothing is known against it. */
  readonly refusal: string;
}

const REQUEST = "request/";
/** Longer than all names that are known, with OUTSIDE. */
const NAME_UNITS_MAX = 32;
/** Stands for each longer one: nobody knows that request either. */
const LONG_NAME = "request/?";
/** The code of those that are one too many. */
export const BUSY = "busy";
/** What a command takes beside its payload. */
const COMMAND_OCTETS = 160;
/** So much is kept as it came, and so much with those that are refused: more is not free with TLS and the code for sending. */
const OCTETS_MAX = 7000;
const ALL_OCTETS_MAX = 10000;
/** An identifier as JSON, with its key. */
const IDENTIFIER_UNITS_MAX = 100;
const RETAIN = 0x01;
const DUP = 0x08;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class CommandQueue {
  private waiting: Command[] = [];
  /** What came takes so much, since nothing waited: who floods the gateway is refused until it has looked at all. */
  private held = 0;
  /** How many more have come: of the topics that take what is to be sent, and of requests. */
  private sends = 0;
  private requests = 0;

  /** @param base of the topics */
  constructor(private readonly base: string) {}

  /**
   * A message has come. One without octets is none: who takes a retained message away publishes it.
   * @param topic empty when it was too long to be read
   * @param payload null for one that is too long
   * @param flags the first octet of its packet [MQTT-3.3.1]
   */
  put(topic: ReadonlyUint8Array, payload: ReadonlyUint8Array | null, flags: number): void {
    const name = this.nameOf(topic);
    let size: u16 = (COMMAND_OCTETS + (payload === null ? 1 : payload.length)) & 0xfff;
    if (name === "" || size === COMMAND_OCTETS) return;
    let text = payload === null ? null : textOf(payload);
    const isRequest = name.startsWith(REQUEST);
    let refusal = "";
    if (this.held + size > OCTETS_MAX) {
      text = identifierIn(text ?? "", isRequest ? '"transaction":' : '"id":');
      size = COMMAND_OCTETS;
      refusal = BUSY;
    }
    if (this.held + size <= ALL_OCTETS_MAX) {
      this.held += size;
      this.waiting.push({
        name,
        payload: text,
        isRetained: (flags & RETAIN) !== 0,
        isRepeat: (flags & DUP) !== 0,
        refusal,
      });
    } else if (isRequest) this.requests += 1;
    else this.sends += 1;
  }

  /** The oldest; null for none. */
  take(): Command | null {
    const command = this.waiting.shift() ?? null;
    if (command === null) this.held = 0;
    if (command !== null || this.sends + this.requests === 0) return command;
    const isRequest = this.sends === 0;
    if (isRequest) this.requests -= 1;
    else this.sends -= 1;
    return {
      name: isRequest ? LONG_NAME : SEND_TOPIC,
      payload: "{}",
      isRetained: false,
      isRepeat: false,
      refusal: BUSY,
    };
  }

  /** "" for one that nobody has asked for. */
  private nameOf(topic: ReadonlyUint8Array): string {
    const { base } = this;
    if (topic.length === 0) return LONG_NAME;
    const name = textOf(topic) ?? "";
    if (name.length > base.length + NAME_UNITS_MAX) return name.startsWith(`${base}/${REQUEST}`) ? LONG_NAME : "";
    return name.startsWith(`${base}/`) ? name.slice(base.length + 1) : `${OUTSIDE}${name}`;
  }
}

/**
 * Of an object of JSON its identifier alone, as such an object. Nothing is read as JSON here, which costs the heap more than there
 * may be at this moment: within a text quotation marks have a backslash before them, and a command has one level.
 * @param key with its quotation marks and its colon
 */
function identifierIn(text: string, key: string): string {
  const at = text.indexOf(key);
  const end = text.indexOf('"', text.indexOf('"', at + key.length) + 1) + 1;
  const isFound = at > 0 && end - at <= IDENTIFIER_UNITS_MAX;
  return isFound ? `{${text.slice(at, end)}}` : "{}";
}

function textOf(octets: ReadonlyUint8Array): string | null {
  try {
    return decoder.decode(octets);
  } catch {
    return null;
  }
}
