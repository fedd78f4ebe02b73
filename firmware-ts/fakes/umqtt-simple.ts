// Stand-in for umqtt.simple: the same calls on the same socket, with its habits: packets written in small pieces, a
// publish that waits for its own acknowledgement, and the rest of a foreign packet left unread.
import type { MqttSocket, MqttSocketModule } from "umqtt_guard";

/** The socket module that umqtt has imported; umqtt_guard replaces it. */
export const imported: { socket: MqttSocketModule | null } = { socket: null };

export class MQTTException extends Error {
  constructor(readonly code: number) {
    super(String(code));
  }
}

export class MQTTClient {
  pid = 0;
  private sock: MqttSocket | null = null;
  private callback: (topic: Uint8Array, payload: Uint8Array) => void = () => {};
  private will: { topic: Uint8Array; payload: Uint8Array; flags: number } | null = null;

  constructor(
    readonly clientId: Uint8Array,
    readonly server: string,
    readonly port: number,
    readonly user: Uint8Array | null,
    readonly password: Uint8Array | null,
    readonly keepalive: number,
  ) {}

  set_callback(handler: (topic: Uint8Array, payload: Uint8Array) => void): void {
    this.callback = handler;
  }

  set_last_will(topic: Uint8Array, payload: Uint8Array, retain: boolean, qos: 0 | 1): void {
    this.will = { topic, payload, flags: 0x04 | (qos << 3) | (retain ? 0x20 : 0) };
  }

  /** [MQTT-3.1] and [MQTT-3.2] */
  connect(isClean: boolean): number {
    const module = imported.socket;
    if (module === null) throw new Error("No socket module was put in place.");
    this.sock = module.socket();
    this.sock.connect(module.getaddrinfo(this.server, this.port)[0]?.at(-1) ?? "");
    const fields = [this.clientId];
    if (this.will) fields.push(this.will.topic, this.will.payload);
    if (this.user && this.password) fields.push(this.user, this.password);
    const length = 10 + fields.reduce((sum, field) => sum + 2 + field.length, 0);
    const flags = (this.will?.flags ?? 0) | (this.user ? 0xc0 : 0);
    this.write([0x10, ...remainingLength(length)]);
    this.write([
      0,
      4,
      0x4d,
      0x51,
      0x54,
      0x54,
      4,
      flags | (isClean ? 2 : 0),
      this.keepalive >> 8,
      this.keepalive & 0xff,
    ]);
    for (const field of fields) this.writeField(field);
    const answer = this.read(4);
    if (answer[0] !== 0x20 || answer[1] !== 2) throw new Error("AssertionError");
    if (answer[3] !== 0) throw new MQTTException(answer[3] ?? 0);
    return (answer[2] ?? 0) & 1;
  }

  publish(topic: Uint8Array, payload: Uint8Array, flags: number, qos: 0 | 1): void {
    const length = 2 + topic.length + payload.length + (qos > 0 ? 2 : 0);
    this.write([0x30 | (qos << 1) | flags, ...remainingLength(length)]);
    this.writeField(topic);
    if (qos > 0) {
      this.pid += 1;
      this.write([this.pid >> 8, this.pid & 0xff]);
    }
    this.write(payload);
    while (qos === 1) {
      if (this.wait_msg() !== 0x40) continue;
      if (this.read(1)[0] !== 2) throw new Error("AssertionError");
      const identifier = this.read(2);
      if ((identifier[0] ?? 0) * 256 + (identifier[1] ?? 0) === this.pid) return;
    }
  }

  subscribe(topic: Uint8Array, qos: 0 | 1): void {
    this.pid += 1;
    this.write([0x82, 5 + topic.length, this.pid >> 8, this.pid & 0xff]);
    this.writeField(topic);
    this.write([qos]);
    while (this.wait_msg() !== 0x90);
    const answer = this.read(4);
    if (answer[1] !== this.pid >> 8 || answer[2] !== (this.pid & 0xff)) throw new Error("AssertionError");
    if (answer[3] === 0x80) throw new MQTTException(0x80);
  }

  ping(): void {
    this.write([0xc0, 0]);
  }

  /** The socket's, for umqtt_guard. */
  flush(): void {
    this.socket().flush();
  }

  check_msg(): number | null {
    this.socket().setblocking(false);
    return this.wait_msg();
  }

  private wait_msg(): number | null {
    const first = this.socket().read(1);
    this.socket().setblocking(true);
    if (first === null) return null;
    const op = first[0] ?? 0;
    if (op === 0xd0) {
      this.read(1);
      return null;
    }
    if ((op & 0xf0) !== 0x30) return op;
    this.deliver(op);
    return null;
  }

  private deliver(op: number): void {
    let length = 0;
    let octet = 0x80;
    for (let shift = 0; octet & 0x80; shift += 7) {
      octet = this.read(1)[0] ?? 0;
      length |= (octet & 0x7f) << shift;
    }
    const size = this.read(2);
    const topicLength = (size[0] ?? 0) * 256 + (size[1] ?? 0);
    const topic = this.read(topicLength);
    const identifier = op & 6 ? this.read(2) : null;
    const payload = this.read(length - topicLength - 2 - (identifier ? 2 : 0));
    this.callback(topic, payload);
    if (identifier) this.write([0x40, 2, ...identifier]);
  }

  private socket(): MqttSocket {
    if (this.sock === null) throw new Error("AttributeError");
    return this.sock;
  }

  private read(count: number): Uint8Array {
    return this.socket().read(count) ?? new Uint8Array(0);
  }

  private write(octets: readonly number[] | Uint8Array): void {
    this.socket().write(Uint8Array.from(octets));
  }

  private writeField(field: Uint8Array): void {
    this.write([field.length >> 8, field.length & 0xff]);
    this.write(field);
  }
}

function remainingLength(length: number): number[] {
  return length < 0x80 ? [length] : [(length & 0x7f) | 0x80, ...remainingLength(length >> 7)];
}

void ({ MQTTClient } satisfies typeof import("umqtt.simple"));
