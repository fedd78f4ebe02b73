// A broker on the network of the world: it takes whole packets apart, answers them, and notes what came and when.
import { type Connection, world } from "../../fakes/world.ts";

export interface Published {
  readonly at: number;
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
  readonly qos: number;
}

const ROUND_TRIP_MS = 10;

export class ScriptedBroker {
  readonly published: Published[] = [];
  readonly connects: { at: number; packet: Uint8Array }[] = [];
  /** Sizes of the board's writes: each should be a whole packet. */
  readonly writes: number[] = [];
  pings = 0;
  connackCode = 0;
  acknowledges = true;
  allowsSubscriptions = true;
  /** Who publishes below it is thrown out, as some brokers do with what is not allowed; "" nobody. */
  forbidden = "";
  /** Filters, at all connections. */
  readonly subscribed: string[] = [];
  /** Messages of ours that the board has acknowledged. */
  acknowledged = 0;
  answersPings = true;
  mode: "accepted" | "refused" | "silent" = "accepted";
  connection: Connection | null = null;
  private input: number[] = [];

  /** @param key host:port */
  listen(key: string): this {
    world.listeners.set(key, (connection) => {
      if (this.mode !== "accepted") return this.mode;
      this.connection = connection;
      this.input = [];
      connection.onData = (octets) => {
        this.writes.push(octets.length);
        this.input.push(...octets);
        this.takePackets(connection);
      };
      return "accepted";
    });
    return this;
  }

  /** The messages on `<base>/sms`, as JSON. */
  messages(): { [key: string]: JsonValue }[] {
    return this.published.filter(({ topic }) => topic === "gateway/sms").map(({ payload }) => JSON.parse(payload));
  }

  /** A packet to the board, cut into pieces. */
  sendInPieces(octets: Uint8Array, size: number, everyMs: number): void {
    for (let at = 0; at < octets.length; at += size) {
      this.connection?.toBoard.send(octets.slice(at, at + size), 0, (at / size) * everyMs);
    }
  }

  /** A message for the board, QoS 1. @param flags RETAIN 1, DUP 8 [MQTT-3.3.1] */
  send(topic: string, payload: string | Uint8Array, flags = 0): void {
    const name = Buffer.from(topic);
    const body = Buffer.concat([Buffer.of(0, name.length), name, Buffer.of(0, 7), Buffer.from(payload)]);
    const length = [
      (body.length & 0x7f) | (body.length > 127 ? 0x80 : 0),
      ...(body.length > 127 ? [body.length >> 7] : []),
    ];
    this.connection?.send(Buffer.concat([Buffer.of(0x32 | flags, ...length), body]), ROUND_TRIP_MS / 2);
  }

  private takePackets(connection: Connection): void {
    for (let packet = this.nextPacket(); packet !== null; packet = this.nextPacket()) this.answer(connection, packet);
  }

  private nextPacket(): Uint8Array | null {
    let length = 0;
    let at = 1;
    for (let shift = 0; ; shift += 7) {
      const octet = this.input[at];
      if (octet === undefined) return null;
      at += 1;
      length |= (octet & 0x7f) << shift;
      if (octet < 0x80) break;
    }
    if (this.input.length < at + length) return null;
    return Uint8Array.from(this.input.splice(0, at + length));
  }

  private answer(connection: Connection, packet: Uint8Array): void {
    const type = (packet[0] ?? 0) >> 4;
    if (type === 1) {
      this.connects.push({ at: world.now, packet });
      connection.send(Uint8Array.of(0x20, 2, 0, this.connackCode), ROUND_TRIP_MS);
    } else if (type === 3) {
      const identifier = this.note(packet);
      const isForbidden = this.forbidden !== "" && this.published.at(-1)?.topic.startsWith(this.forbidden);
      if (isForbidden) connection.isClosedByBroker = true;
      else if (identifier && this.acknowledges) connection.send(Uint8Array.of(0x40, 2, ...identifier), ROUND_TRIP_MS);
    } else if (type === 8) {
      const filter = packet.subarray(6, -1);
      this.subscribed.push(Buffer.from(filter).toString());
      const granted = this.allowsSubscriptions ? 1 : 0x80;
      connection.send(Uint8Array.of(0x90, 3, packet[2] ?? 0, packet[3] ?? 0, granted), ROUND_TRIP_MS);
    } else if (type === 4) {
      this.acknowledged += 1;
    } else if (type === 12) {
      this.pings += 1;
      if (this.answersPings) connection.send(Uint8Array.of(0xd0, 0), ROUND_TRIP_MS);
    }
  }

  private note(packet: Uint8Array): Uint8Array | null {
    const flags = packet[0] ?? 0;
    const body = packet.subarray(packet.findIndex((octet, index) => index > 0 && octet < 0x80) + 1);
    const topicEnd = 2 + (body[0] ?? 0) * 256 + (body[1] ?? 0);
    const qos = (flags >> 1) & 3;
    const payload = body.subarray(topicEnd + (qos > 0 ? 2 : 0));
    const text = (octets: Uint8Array) => Buffer.from(octets).toString("utf8");
    this.published.push({
      at: world.now,
      topic: text(body.subarray(2, topicEnd)),
      payload: text(payload),
      retain: (flags & 1) === 1,
      qos,
    });
    return qos > 0 ? body.slice(topicEnd, topicEnd + 2) : null;
  }
}
