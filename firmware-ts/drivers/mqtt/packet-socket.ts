// What umqtt reads from, and the socket module that it finds in the place of its own. umqtt trusts what a broker sends: a
// packet that it does not expect it leaves half read, and a length it believes. So it is given whole packets only, of
// the two kinds that it can bear at that moment: a message, and the answer that it waits for. All others are read and thrown
// away, of an arriving message all beyond 2 KB; a packet that contradicts itself ends the connection.
import type { MqttSocket, MqttSocketModule } from "umqtt_guard";
import { BoundedSocket } from "./bounded-socket.ts";

/** What arrives beyond it is read and thrown away, in pieces, within a time. */
const IN_OCTETS_MAX = 2048;
const PIECE_OCTETS = 512;
const DISCARD_MS = 20000;
const NO_OCTETS = new Uint8Array(0);

const NONSENSE = "the broker sends nonsense";

/** First octets of packets, without flags [MQTT-2.2.1]. */
export const CONNACK = 0x20;
const PUBLISH = 0x30;
export const PUBACK = 0x40;
export const SUBACK = 0x90;
/** None of them. */
export const NO_ANSWER = 0x01;
/** The flag of QoS 2, which is never subscribed to: umqtt would fail at it after it was taken. */
const QOS_2 = 0x04;

export class PacketSocket extends BoundedSocket implements MqttSocket, MqttSocketModule {
  /** The first octet of the packet that is being read: its type and flags [MQTT-2.2.2]. */
  header: u8 = 0;
  /** The message that is being read was too long, and is incomplete. */
  isOverlong = false;
  /** The answer that umqtt waits for, and its identifier, but for a CONNACK. */
  awaited: u8 = NO_ANSWER;
  identifier = 0;
  private isBlocking = true;
  /** Type and length of the packet [MQTT-2.2]; umqtt has read them up to `headAt`. */
  private readonly head = new Uint8Array(5);
  private headAt: int<0, 5> = 0;
  private headEnd: int<0, 5> = 0;
  /** Octets of the packet that are still to be read, beside the head. */
  private left = 0;

  /** umqtt asks its socket module for a socket: there is only this one. */
  socket(): MqttSocket {
    this.headAt = 0;
    this.headEnd = 0;
    this.left = 0;
    return this;
  }

  /** umqtt takes the last part of the first answer; connect() knows the broker's address itself. */
  getaddrinfo(host: string, _port: number): string[][] {
    return [[host]];
  }

  /** umqtt reads a packet's first octet without blocking, then blocks for the rest. */
  setblocking(blocking: boolean): void {
    this.isBlocking = blocking;
  }

  /** Exactly `count` octets; null when not blocking and no packet begins; none at all for what is overlong. */
  read(count: number): ReadonlyUint8Array | null {
    this.flush();
    if (count === 0) return NO_OCTETS;
    // umqtt begins a packet by its first octet, a CONNACK with all of it; what else goes beyond a packet is an error of that.
    const isAtEnd = this.left === 0 && this.headAt === this.headEnd;
    if (isAtEnd && (count === 1 || count === 4) && !this.begin()) return null;
    const ofBody = count - this.headEnd + this.headAt;
    if (count < 0 || ofBody > this.left) throw new Error(NONSENSE);
    if (ofBody > IN_OCTETS_MAX) {
      this.isOverlong = true;
      this.arm(DISCARD_MS);
      this.discard(this.left - ofBody);
      return NO_OCTETS;
    }
    const octets = new Uint8Array(Math.max(count, 0));
    for (let at = 0; at < count; ) {
      if (this.headAt < this.headEnd) {
        octets[at] = this.head[this.headAt] ?? 0;
        this.headAt += 1;
        at += 1;
      } else {
        const more = this.receive(count - at, true) ?? NO_OCTETS;
        octets.set(more, at);
        this.left -= more.length;
        at = (at + more.length) & 0xfff;
      }
    }
    return octets;
  }

  /** Reads up to the next packet that umqtt is to see. @returns false when not blocking and there is none */
  private begin(): boolean {
    const { head } = this;
    while (true) {
      const first = this.receive(1, this.isBlocking);
      if (first === null) return false;
      this.header = first[0] ?? 0;
      head[0] = this.header;
      // The remaining length [MQTT-2.2.3]: four octets at most.
      let at = 0;
      let octet: u8 = 0x80;
      this.left = 0;
      while (octet >= 0x80) {
        at += 1;
        if (at > 4) throw new Error(NONSENSE);
        octet = this.octet();
        head[at] = octet;
        this.left |= (octet & 0x7f) << (7 * (at - 1));
      }
      this.headEnd = at + 1;
      const type = this.header & 0xf0;
      let isWanted = type === PUBLISH && (this.header & QOS_2) === 0;
      if (type === this.awaited) {
        // The answer that is waited for, or that of another message.
        if (this.left !== (type === SUBACK ? 3 : 2)) throw new Error(NONSENSE);
        isWanted = true;
        if (type !== CONNACK) {
          head[2] = this.octet();
          head[3] = this.octet();
          this.headEnd = 4;
          this.left -= 2;
          isWanted = (head[2] ?? 0) * 256 + (head[3] ?? 0) === this.identifier;
        }
      }
      if (isWanted) break;
      this.discard(0);
      this.headAt = this.headEnd;
    }
    this.headAt = 0;
    this.isOverlong = false;
    return true;
  }

  private octet(): u8 {
    const octets = this.receive(1, true) ?? NO_OCTETS;
    return octets[0] ?? 0;
  }

  /** Throws away all of the packet but its last octets. */
  private discard(last: number): void {
    while (this.left > last) {
      const octets = this.receive(Math.min(this.left - last, PIECE_OCTETS), true) ?? NO_OCTETS;
      this.left -= octets.length;
    }
  }
}
