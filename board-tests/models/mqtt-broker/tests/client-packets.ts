// MQTT 3.1.1 packets as a client sends them, octet by octet, for tests.

const utf8 = (text: string): number[] => {
  const octets = [...new TextEncoder().encode(text)];
  return [octets.length >> 8, octets.length & 255, ...octets];
};

function packet(first: number, body: number[]): Uint8Array {
  const length: number[] = [];
  for (let rest = body.length; ; rest >>= 7) {
    length.push((rest & 127) | (rest > 127 ? 128 : 0));
    if (rest <= 127) break;
  }
  return Uint8Array.from([first, ...length, ...body]);
}

export interface ConnectOptions {
  clean?: boolean;
  keepAliveS?: number;
  user?: string;
  password?: string;
  will?: { topic: string; text: string; qos?: 0 | 1; retain?: boolean };
  protocol?: string;
  level?: number;
}

export function connect(clientId: string, options: ConnectOptions = {}): Uint8Array {
  const { clean = true, keepAliveS = 60, will, user, password, protocol = "MQTT", level = 4 } = options;
  const flags =
    (clean ? 2 : 0) |
    (will ? 4 | ((will.qos ?? 0) << 3) | (will.retain ? 0x20 : 0) : 0) |
    (user === undefined ? 0 : 0x80) |
    (password === undefined ? 0 : 0x40);
  return packet(0x10, [
    ...utf8(protocol),
    level,
    flags,
    keepAliveS >> 8,
    keepAliveS & 255,
    ...utf8(clientId),
    ...(will ? [...utf8(will.topic), ...utf8(will.text)] : []),
    ...(user === undefined ? [] : utf8(user)),
    ...(password === undefined ? [] : utf8(password)),
  ]);
}

export function publish(
  topic: string,
  text: string,
  options: { qos?: 0 | 1; id?: number; retain?: boolean; dup?: boolean } = {},
): Uint8Array {
  const { qos = 0, id = 1, retain = false, dup = false } = options;
  const first = 0x30 | (dup ? 8 : 0) | (qos << 1) | (retain ? 1 : 0);
  return packet(first, [...utf8(topic), ...(qos ? [id >> 8, id & 255] : []), ...new TextEncoder().encode(text)]);
}

export function subscribe(id: number, ...filters: (readonly [string, 0 | 1])[]): Uint8Array {
  return packet(0x82, [id >> 8, id & 255, ...filters.flatMap(([filter, qos]) => [...utf8(filter), qos])]);
}

export function unsubscribe(id: number, ...filters: string[]): Uint8Array {
  return packet(0xa2, [id >> 8, id & 255, ...filters.flatMap(utf8)]);
}

export const puback = (id: number): Uint8Array => Uint8Array.of(0x40, 2, id >> 8, id & 255);
export const pingreq = (): Uint8Array => Uint8Array.of(0xc0, 0);
export const disconnect = (): Uint8Array => Uint8Array.of(0xe0, 0);
