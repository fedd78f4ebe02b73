// Adafruit IO in the place of a broker: loaded at the start where the settings ask for it. Its feeds have no tree of topics, keep
// nothing, take 1 KB and so many values a minute, and may throw a value away that they have acknowledged: so what must not
// be lost counts as taken only when the feed has given it back.
import type { MQTTClient } from "umqtt.simple";
import { SEND_TOPIC, SENT_TOPIC, SMS_TOPIC, STATUS_TOPIC } from "../../domain/api.ts";
import type { BrokerState } from "../../domain/broker-state.ts";
import { isTooLong, pieceCount, pieceEnd, pieceValue } from "../../domain/feed-pieces.ts";
import type { Millis } from "../../domain/millis.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Waiting } from "../../ports/waiting.ts";
import type { Lookup } from "../network/lookup.ts";
import { MqttBroker } from "./mqtt-broker.ts";
import type { PacketSocket } from "./packet-socket.ts";
import type { TlsLayer } from "./tls-layer.late.ts";

/** 8 at once and one each 3.6 s: 25 in the worst minute, of the 30 that a free account has. */
const VALUE_MS = 3600;
const CREDIT_MS_MAX = 28800;
/** With less than one value's it waits for some, or display and log would change with each. */
const ENOUGH_MS = 14400;
/** After a word on `errors` or `throttle`: who goes on is shut out. */
const PAUSE_MS = 60000;
const ECHO_MS = 6000;
const STATE_EVERY_MS = 300000;
const ID_AT = '{"id":"'.length;
const ID_CHARACTERS = 12;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * @param topic the group of the feeds
 * @param tls null for a connection that anybody on the way can read
 * @param user whose feeds they are
 */
export function adafruitBroker(
  socket: PacketSocket,
  topic: string,
  client: MQTTClient,
  tls: TlsLayer | null,
  clock: Clock,
  lookup: Lookup,
  waiting: Waiting,
  user: string,
): MqttBroker {
  return new AdafruitBroker(socket, topic, client, tls, clock, lookup, waiting, user);
}

/** Commands, and what becomes of its own values; there are no requests. */
function topicsOf(account: string, feeds: string): string {
  return `${feeds}send\n${feeds}sms\n${feeds}sent\n${account}errors\n${account}throttle`;
}

class AdafruitBroker extends MqttBroker {
  private readonly feeds: string;
  private creditMs: int<-60000, 28800> = CREDIT_MS_MAX;
  private creditAt: Millis = 0;
  private isPaced = false;
  private isStatusTold = false;
  private isStateTold = false;
  private stateAt: Millis = 0;
  /** The value that must come back; "" it has. */
  private echo = "";
  private isTroubled = false;
  /** Of the message that is on its way in pieces: its id, its octets as they were at the first, and where the next piece begins. */
  private openId = "";
  private openOctets = new Uint8Array(0);
  private openAt = 0;
  private openPiece = 0;

  constructor(
    socket: PacketSocket,
    topic: string,
    client: MQTTClient,
    tls: TlsLayer | null,
    clock: Clock,
    lookup: Lookup,
    private readonly waiting: Waiting,
    user: string,
  ) {
    super(socket, topic, topicsOf(`${user}/`, `${user}/feeds/${topic}.`), false, client, tls, clock, lookup);
    this.feeds = `${user}/feeds/${topic}.`;
  }

  override state(): BrokerState {
    const state = super.state();
    if (state !== "up") return state;
    this.earn();
    if (this.isPaced && this.creditMs >= ENOUGH_MS) this.isPaced = false;
    return this.isPaced ? "waiting" : "up";
  }

  override publish(topic: string, payload: string, _retain: boolean, _key: string): boolean {
    switch (topic.slice(this.topic.length + 1)) {
      case SMS_TOPIC:
        return this.publishMessage(payload);
      case SENT_TOPIC:
        return this.put("sent", payload, true);
      case STATUS_TOPIC:
        if (!this.isStatusTold) this.isStatusTold = this.put("status", payload, false);
        return this.isStatusTold;
      default:
        // There are no feeds for the rest.
        return true;
    }
  }

  override tell(_topic: string, payload: string): boolean {
    const now = this.clock.now();
    if (this.isStateTold && now - this.stateAt < STATE_EVERY_MS) return true;
    if (!this.put("state", payload, false)) return false;
    this.isStateTold = true;
    this.stateAt = now;
    return true;
  }

  protected override subscribe(): boolean {
    this.isStatusTold = false;
    return super.subscribe();
  }

  protected override arrived(topic: ReadonlyUint8Array, payload: ReadonlyUint8Array): void {
    const name = textOf(topic);
    if (name === `${this.feeds}send`) {
      super.arrived(this.encoder.encode(`${this.topic}/${SEND_TOPIC}`), payload);
      return;
    }
    this.socket.isOverlong = false;
    if (!name.startsWith(this.feeds)) {
      this.isTroubled = true;
      this.creditMs = -PAUSE_MS;
      this.isPaced = true;
    } else if (this.echo !== "" && textOf(payload) === this.echo) {
      this.echo = "";
    }
  }

  /** As a whole, or piece by piece: those that have come back are not said again. */
  private publishMessage(payload: string): boolean {
    const id = payload.slice(ID_AT, ID_AT + ID_CHARACTERS);
    if (id !== this.openId) {
      const octets = this.encoder.encode(payload);
      if (!isTooLong(octets)) return this.put("sms", payload, true);
      this.openId = id;
      this.openOctets = octets;
      this.openAt = 0;
      this.openPiece = 1;
    }
    // Those that are said already belong to this text: the next one may be sealed anew, or have another time in it.
    const octets = this.openOctets;
    const of = pieceCount(octets);
    while (this.openAt < octets.length) {
      const end = pieceEnd(octets, this.openAt);
      const data = textOf(octets.subarray(this.openAt, end));
      if (!this.put("sms", pieceValue(id, this.openPiece, of, data), true)) return false;
      this.openAt = end;
      this.openPiece += 1;
    }
    this.openId = "";
    this.openOctets = new Uint8Array(0);
    return true;
  }

  /** @param isEchoed it counts only when the feed has given it back */
  private put(feed: string, value: string, isEchoed: boolean): boolean {
    if (this.state() !== "up") return false;
    this.creditMs = Math.max(this.creditMs - VALUE_MS, -PAUSE_MS);
    if (this.creditMs < VALUE_MS) this.isPaced = true;
    this.echo = isEchoed ? value : "";
    this.isTroubled = false;
    if (!super.publish(`${this.feeds}${feed}`, value, false, this.echo)) return false;
    const since = this.clock.now();
    while (this.echo !== "" && !this.isTroubled) {
      const now = this.clock.now();
      if (super.state() !== "up") return false;
      if (now - since > ECHO_MS) this.fail("unreachable", false);
      this.waiting.step();
      this.keepAlive(now);
    }
    return !this.isTroubled;
  }

  private earn(): void {
    const now = this.clock.now();
    this.creditMs = Math.min(this.creditMs + Math.max(now - this.creditAt, 0), CREDIT_MS_MAX);
    this.creditAt = now;
  }
}

/** "" for what is no text. */
function textOf(octets: ReadonlyUint8Array): string {
  try {
    return decoder.decode(octets);
  } catch {
    return "";
  }
}
