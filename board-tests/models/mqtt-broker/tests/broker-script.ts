// One script of packets, to be sent to any broker: who does what, step by step. After each step the answers of all
// clients are gathered; a broker's model is right when its answers are those of the real ones.

import { connect, disconnect, pingreq, publish, subscribe, unsubscribe } from "./client-packets.ts";

export type Step =
  | { note: string; client: string; send: Uint8Array }
  /** The client acknowledges the last message of QoS 1 that it has got. */
  | { note: string; client: string; acknowledge: true }
  /** The client's connection ends without DISCONNECT. */
  | { note: string; client: string; cut: true };

const step = (note: string, client: string, send: Uint8Array): Step => ({ note, client, send });
const cut = (note: string, client: string): Step => ({ note, client, cut: true });

export const SCRIPT: readonly Step[] = [
  step("a client comes in", "a", connect("client-a")),
  step("ping", "a", pingreq()),
  step("subscribe to one topic with QoS 1", "a", subscribe(10, ["x/one", 1])),
  step("subscribe to two filters with wildcards", "a", subscribe(11, ["x/+/deep", 0], ["y/#", 1])),
  step("a second client comes in", "b", connect("client-b")),
  step("QoS 0 reaches the subscriber", "b", publish("x/one", "zero")),
  step(
    "QoS 1 is acknowledged and reaches the subscriber with QoS 1",
    "b",
    publish("x/one", "one", { qos: 1, id: 500 }),
  ),
  { note: "the subscriber acknowledges", client: "a", acknowledge: true },
  step("QoS 1 over a QoS 0 subscription arrives with QoS 0", "b", publish("x/very/deep", "low", { qos: 1, id: 501 })),
  step("# takes the level above it", "b", publish("y", "parent")),
  step("# takes levels below", "b", publish("y/a/b", "below")),
  step("+ takes one level only", "b", publish("x/a/b/deep", "nobody")),
  step("text outside ASCII passes unchanged", "b", publish("y/u", "zażółć 🎉 \u0000")),
  step("unsubscribe", "a", unsubscribe(12, "y/#")),
  step("and nothing comes any more", "b", publish("y/a", "nobody")),
  step("a retained message is kept", "b", publish("r/kept", "kept", { qos: 1, id: 502, retain: true })),
  step("and sent with RETAIN to a new subscriber", "a", subscribe(13, ["r/#", 0])),
  step("while a live one comes without RETAIN", "b", publish("r/kept", "new", { retain: true })),
  step("an empty one removes it", "b", publish("r/kept", "", { retain: true })),
  step("so that a new subscriber gets nothing", "b", subscribe(14, ["r/kept", 1])),
  step("a packet with DUP is taken all the same", "b", publish("x/one", "again", { qos: 1, id: 503, dup: true })),
  step("a packet split in two waits for its rest", "b", publish("x/one", "split").slice(0, 5)),
  step("and is whole with it", "b", publish("x/one", "split").slice(5)),
  step("two packets in one write", "b", Uint8Array.from([...pingreq(), ...publish("x/one", "second")])),
  step("a client with a will", "w", connect("client-w", { will: { topic: "x/one", text: "gone", qos: 0 } })),
  cut("whose connection is lost", "w"),
  step(
    "the same client with a retained will",
    "w2",
    connect("client-w", { will: { topic: "s/status", text: "offline", qos: 1, retain: true } }),
  ),
  step("says that it is there", "w2", publish("s/status", "online", { qos: 1, id: 1, retain: true })),
  step("and leaves in good order: no will", "w2", disconnect()),
  step("so its last word stands", "a", subscribe(15, ["s/status", 0])),
  step("a client with a session of its own", "s", connect("client-s", { clean: false })),
  step("subscribes", "s", subscribe(1, ["q/#", 1])),
  cut("goes away", "s"),
  step("misses a message", "b", publish("q/1", "missed", { qos: 1, id: 600 })),
  step("and a QoS 0 one, which is not kept", "b", publish("q/0", "lost")),
  step("comes back: the session is present, the message comes", "s2", connect("client-s", { clean: false })),
  cut("goes away without acknowledging it", "s2"),
  step("comes back: it comes again, with DUP", "s3", connect("client-s", { clean: false })),
  step("and takes over its own connection", "s4", connect("client-s", { clean: false })),
  step("a clean session forgets", "s5", connect("client-s")),
  step("no client id with a clean session is fine", "n", connect("")),
  step("no client id without one is refused with 2", "m", connect("", { clean: false })),
  step("a second CONNECT ends the connection", "n", connect("other")),
  step("a topic with a wildcard ends it", "p", Uint8Array.from([...connect("client-p"), ...publish("x/+", "no")])),
  step("PUBLISH before CONNECT ends it", "o", publish("x/one", "no")),
  step(
    "SUBSCRIBE with wrong flags ends it",
    "f",
    Uint8Array.from([...connect("client-f"), 0x80, ...subscribe(1, ["x", 0]).slice(1)]),
  ),
];

/** What the clients heard after one step, sorted, as hex; "end" when the connection was closed. */
export type Answers = Record<string, string[]>;

/** The identifier of a PUBLISH of QoS 1 in hex, or undefined for any other packet. */
export function publishId(packet: string): string | undefined {
  if (!/^3[2-3a-b]/.test(packet)) return undefined;
  const start = packetIdAt(packet);
  return packet.slice(start, start + 4);
}

/** The same packet with identifiers that the broker chose left out: each broker counts in its own way. */
export function withoutPublishId(packet: string): string {
  if (publishId(packet) === undefined) return packet;
  const start = packetIdAt(packet);
  return `${packet.slice(0, start)}....${packet.slice(start + 4)}`;
}

/** Where the identifier stands: after the topic. Packets of this script have a length of one octet. */
function packetIdAt(packet: string): number {
  return 8 + Number.parseInt(packet.slice(4, 8), 16) * 2;
}

/** Cuts octets into packets, so that answers compare whatever pieces they came in. */
export function cutPackets(octets: Uint8Array): string[] {
  const packets: string[] = [];
  for (let at = 0; at < octets.length; ) {
    let length = 0;
    let size = 1;
    for (let shift = 0; ; shift += 7) {
      const octet = octets[at + size++] as number;
      length |= (octet & 127) << shift;
      if (octet < 128) break;
    }
    packets.push(Buffer.from(octets.slice(at, at + size + length)).toString("hex"));
    at += size + length;
  }
  return packets;
}
