// MQTT 3.1.1 control packets: from octets and to octets (OASIS standard "MQTT Version 3.1.1", chapters 2 and 3).

/** Packet types [MQTT 2.2.1]. */
export const TYPE = {
  CONNECT: 1,
  CONNACK: 2,
  PUBLISH: 3,
  PUBACK: 4,
  SUBSCRIBE: 8,
  SUBACK: 9,
  UNSUBSCRIBE: 10,
  UNSUBACK: 11,
  PINGREQ: 12,
  PINGRESP: 13,
  DISCONNECT: 14,
} as const;

export interface Will {
  topic: string;
  payload: Uint8Array;
  qos: 0 | 1;
  retain: boolean;
}

export interface Connect {
  protocol: string;
  level: number;
  clean: boolean;
  keepAliveS: number;
  clientId: string;
  will: Will | undefined;
  user: string | undefined;
  password: string | undefined;
}

export interface Publish {
  topic: string;
  payload: Uint8Array;
  qos: 0 | 1;
  retain: boolean;
  dup: boolean;
  /** 0 with QoS 0. */
  packetId: number;
}

export interface Subscription {
  filter: string;
  qos: 0 | 1;
}

export interface RawPacket {
  type: number;
  /** The low half of the first octet. */
  flags: number;
  body: Uint8Array;
}

/** A packet against the rules: the connection is closed [MQTT-4.8.0-1]. */
export class ProtocolError extends Error {}

/** Gathers octets and gives whole packets. */
export class PacketReader {
  private buffer = new Uint8Array(0);

  /** Takes octets in and returns the packets that they complete. Throws ProtocolError on a bad length. */
  push(bytes: Uint8Array): RawPacket[] {
    this.buffer = concat([this.buffer, bytes]);
    const packets: RawPacket[] = [];
    for (let packet = this.take(); packet; packet = this.take()) packets.push(packet);
    return packets;
  }

  private take(): RawPacket | undefined {
    let length = 0;
    let at = 1;
    for (let shift = 0; ; shift += 7, at++) {
      if (shift > 21) throw new ProtocolError("the remaining length has four octets at most [MQTT 2.2.3]");
      const octet = this.buffer[at];
      if (octet === undefined) return undefined;
      length |= (octet & 0x7f) << shift;
      if ((octet & 0x80) === 0) break;
    }
    const end = at + 1 + length;
    if (this.buffer.length < end) return undefined;
    const first = this.buffer[0] as number;
    const body = this.buffer.slice(at + 1, end);
    this.buffer = this.buffer.slice(end);
    return { type: first >> 4, flags: first & 15, body };
  }
}

/** Reads fields one after the other. */
class Fields {
  private at = 0;

  constructor(private readonly body: Uint8Array) {}

  get atEnd(): boolean {
    return this.at >= this.body.length;
  }

  octet(): number {
    const value = this.body[this.at++];
    if (value === undefined) throw new ProtocolError("the packet ends early");
    return value;
  }

  number(): number {
    return (this.octet() << 8) | this.octet();
  }

  binary(): Uint8Array {
    const length = this.number();
    if (this.at + length > this.body.length) throw new ProtocolError("the packet ends early");
    this.at += length;
    return this.body.slice(this.at - length, this.at);
  }

  text(): string {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(this.binary());
    } catch {
      throw new ProtocolError("a string is not UTF-8 [MQTT-1.5.3-1]");
    }
  }

  rest(): Uint8Array {
    return this.body.slice(this.at);
  }
}

/** QoS as the models know it: 2 is treated as 1. */
function qosOf(bits: number): 0 | 1 {
  if (bits > 2) throw new ProtocolError("QoS 3 does not exist [MQTT-3.3.1-4]");
  return bits === 0 ? 0 : 1;
}

export function readConnect(packet: RawPacket): Connect {
  const fields = new Fields(packet.body);
  const protocol = fields.text();
  const level = fields.octet();
  const flags = fields.octet();
  if (flags & 1) throw new ProtocolError("the reserved connect flag is set [MQTT-3.1.2-3]");
  const keepAliveS = fields.number();
  const clientId = fields.text();
  const will = flags & 4 ? readWill(fields, flags) : undefined;
  const user = flags & 0x80 ? fields.text() : undefined;
  const password = flags & 0x40 ? new TextDecoder().decode(fields.binary()) : undefined;
  return { protocol, level, clean: (flags & 2) !== 0, keepAliveS, clientId, will, user, password };
}

function readWill(fields: Fields, flags: number): Will {
  return { topic: fields.text(), payload: fields.binary(), qos: qosOf((flags >> 3) & 3), retain: (flags & 0x20) !== 0 };
}

export function readPublish(packet: RawPacket): Publish {
  const qos = (packet.flags >> 1) & 3;
  if (qos === 2) throw new ProtocolError("this broker's model takes QoS 0 and 1 only");
  const fields = new Fields(packet.body);
  const topic = fields.text();
  if (topic === "" || /[+#\0]/.test(topic)) throw new ProtocolError("a topic has no wildcards [MQTT-3.3.2-2]");
  const packetId = qosOf(qos) === 1 ? fields.number() : 0;
  if (qos > 0 && packetId === 0) throw new ProtocolError("a packet identifier is not 0 [MQTT-2.3.1-1]");
  return {
    topic,
    payload: fields.rest(),
    qos: qosOf(qos),
    retain: (packet.flags & 1) !== 0,
    dup: (packet.flags & 8) !== 0,
    packetId,
  };
}

export function readSubscribe(packet: RawPacket): { packetId: number; subscriptions: Subscription[] } {
  if (packet.flags !== 2) throw new ProtocolError("the flags of SUBSCRIBE are 0010 [MQTT-3.8.1-1]");
  const fields = new Fields(packet.body);
  const packetId = fields.number();
  const subscriptions: Subscription[] = [];
  while (!fields.atEnd) subscriptions.push({ filter: fields.text(), qos: qosOf(fields.octet()) });
  if (subscriptions.length === 0) throw new ProtocolError("SUBSCRIBE has a filter at least [MQTT-3.8.3-3]");
  return { packetId, subscriptions };
}

export function readUnsubscribe(packet: RawPacket): { packetId: number; filters: string[] } {
  if (packet.flags !== 2) throw new ProtocolError("the flags of UNSUBSCRIBE are 0010 [MQTT-3.10.1-1]");
  const fields = new Fields(packet.body);
  const packetId = fields.number();
  const filters: string[] = [];
  while (!fields.atEnd) filters.push(fields.text());
  return { packetId, filters };
}

export function readPacketId(packet: RawPacket): number {
  return new Fields(packet.body).number();
}

export function connack(sessionPresent: boolean, code: number): Uint8Array {
  return Uint8Array.of(TYPE.CONNACK << 4, 2, sessionPresent ? 1 : 0, code);
}

export function puback(packetId: number): Uint8Array {
  return Uint8Array.of(TYPE.PUBACK << 4, 2, packetId >> 8, packetId & 0xff);
}

export function suback(packetId: number, granted: readonly number[]): Uint8Array {
  return packet(TYPE.SUBACK << 4, [Uint8Array.of(packetId >> 8, packetId & 0xff, ...granted)]);
}

export function unsuback(packetId: number): Uint8Array {
  return Uint8Array.of(TYPE.UNSUBACK << 4, 2, packetId >> 8, packetId & 0xff);
}

export function pingresp(): Uint8Array {
  return Uint8Array.of(TYPE.PINGRESP << 4, 0);
}

export function publish(message: Publish): Uint8Array {
  const flags = (message.dup ? 8 : 0) | (message.qos << 1) | (message.retain ? 1 : 0);
  const topic = new TextEncoder().encode(message.topic);
  const id = message.qos === 0 ? [] : [message.packetId >> 8, message.packetId & 0xff];
  const head = Uint8Array.of(topic.length >> 8, topic.length & 0xff);
  return packet((TYPE.PUBLISH << 4) | flags, [head, topic, Uint8Array.from(id), message.payload]);
}

function packet(first: number, parts: readonly Uint8Array[]): Uint8Array {
  let length = parts.reduce((sum, part) => sum + part.length, 0);
  const header = [first];
  do {
    header.push((length & 0x7f) | (length > 0x7f ? 0x80 : 0));
    length >>= 7;
  } while (length > 0);
  return concat([Uint8Array.from(header), ...parts]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
