// The socket under umqtt, and the socket module that umqtt finds in the place of its own. umqtt expects a socket that blocks for as long as it likes and sends its packets in pieces;
// this one has a deadline for everything, serves the modem while it waits, sends a whole packet in one write, and takes
// in at most 2 KB of an arriving message. Not blocking, it tells the first octet of a packet (retain, dup).
import { POLLOUT, poll } from "select";
import { AF_INET, SOCK_STREAM, socket } from "socket";
import type { MqttSocket, MqttSocketModule } from "umqtt_guard";
import type { Millis } from "../../domain/millis.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Waiting } from "../../ports/waiting.ts";

/** A packet of one message fits; of a longer one the pieces follow each other. */
const OUT_OCTETS = 1024;
/** What arrives beyond it is read and thrown away. */
const IN_OCTETS_MAX = 2048;
const NO_OCTETS = new Uint8Array(0);

export class BoundedSocket implements MqttSocket, MqttSocketModule {
  /** When octets last came in, and last went out. */
  receivedAt: Millis = 0;
  sentAt: Millis = 0;
  /** The first octet of the packet that is being read: its type and flags [MQTT-2.2.2]. */
  header = 0;
  /** The message that is being read was too long, and is incomplete. */
  isOverlong = false;
  /** Where the broker is: numeric, as a resolver of the network blocks for longer than the watchdog waits. */
  address = "";
  private raw: socket | null = null;
  private readonly out = new Uint8Array(OUT_OCTETS);
  private outLength = 0;
  private isBlocking = true;
  private lastOctet = 0;
  private deadlineSince: Millis = 0;
  private deadlineMs = 0;

  constructor(
    private readonly port: int<0, 65535>,
    private readonly clock: Clock,
    private readonly waiting: Waiting,
  ) {}

  /** umqtt asks its socket module for a socket: there is only this one. */
  socket(): MqttSocket {
    return this;
  }

  /** umqtt takes the last part of the first answer; connect() knows the broker's address itself. */
  getaddrinfo(host: string, _port: number): string[][] {
    return [[host]];
  }

  /** From now on, all that is called may take so long in all. */
  arm(deadlineMs: number): void {
    this.deadlineSince = this.clock.now();
    this.deadlineMs = deadlineMs;
  }

  /** Begins a connection to the broker, at `address`. */
  connect(_address: string): void {
    const raw = new socket(AF_INET, SOCK_STREAM);
    this.raw = raw;
    this.outLength = 0;
    raw.setblocking(false);
    try {
      raw.connect([this.address, this.port]);
    } catch {
      // EINPROGRESS, as it must be; any other reason shows when the socket is written to.
    }
    this.awaitConnected(raw);
  }

  /** Takes octets of a packet; they leave with the next read or flush. */
  write(data: ReadonlyUint8Array, count?: int<0, 65535>): void {
    const end = count ?? data.length;
    let at = 0;
    while (at < end) {
      if (this.outLength >= OUT_OCTETS) this.flush();
      const taken = Math.max(Math.min(end - at, OUT_OCTETS - this.outLength), 0);
      this.out.set(data.subarray(at, at + taken), this.outLength);
      this.outLength = (this.outLength + taken) & 0x7ff;
      at += taken;
    }
  }

  /** Exactly `count` octets; null when not blocking and nothing is there; none at all for an overlong message. */
  read(count: number): ReadonlyUint8Array | null {
    this.flush();
    if (count === 0) return NO_OCTETS;
    if (count < 0) throw new Error("the packet's length makes no sense");
    if (count > IN_OCTETS_MAX) return this.discard(count);
    const octets = this.receive(count);
    if (octets === null) return null;
    this.lastOctet = octets[0] ?? 0;
    return octets.length === count ? octets : this.complete(octets, count);
  }

  /** umqtt reads a packet's first octet without blocking, then blocks for the rest. */
  setblocking(blocking: boolean): void {
    this.isBlocking = blocking;
    if (blocking) this.header = this.lastOctet;
    else this.isOverlong = false;
  }

  /** Sends what was written, in one piece where the network takes it. */
  flush(): void {
    if (this.outLength === 0) return;
    const raw = this.opened();
    let at = 0;
    while (at < this.outLength) {
      const count = raw.write(this.out.subarray(at, this.outLength)) ?? 0;
      at += count;
      if (count === 0) this.await();
    }
    this.outLength = 0;
    this.sentAt = this.clock.now();
  }

  close(): void {
    const { raw } = this;
    this.raw = null;
    this.outLength = 0;
    if (raw !== null) raw.close();
  }

  private opened(): socket {
    if (this.raw === null) throw new Error("not connected");
    return this.raw;
  }

  /** One step of waiting; an exception after the deadline. */
  private await(): void {
    if (this.clock.now() - this.deadlineSince > this.deadlineMs) throw new Error("the broker did not answer in time");
    this.waiting.step();
  }

  private awaitConnected(raw: socket): void {
    const poller = new poll();
    poller.register(raw, POLLOUT);
    while (poller.poll(0).length === 0) this.await();
  }

  /** Between one and `count` octets; null when not blocking and nothing is there. */
  private receive(count: number): ReadonlyUint8Array | null {
    const raw = this.opened();
    while (true) {
      const octets = raw.read(count);
      if (octets !== null) {
        if (octets.length === 0) throw new Error("the broker closed the connection");
        this.receivedAt = this.clock.now();
        return octets;
      }
      if (!this.isBlocking) return null;
      this.await();
    }
  }

  private complete(first: ReadonlyUint8Array, count: number): Uint8Array {
    const whole = new Uint8Array(count);
    whole.set(first, 0);
    let at = first.length;
    this.isBlocking = true;
    while (at < count) {
      const more = this.receive(count - at) ?? NO_OCTETS;
      whole.set(more, at);
      at = (at + more.length) & 0xfff;
    }
    return whole;
  }

  private discard(count: number): ReadonlyUint8Array {
    let left = count;
    this.isOverlong = true;
    while (left > 0) {
      const octets = this.receive(Math.min(left, 512)) ?? NO_OCTETS;
      left -= octets.length;
    }
    return NO_OCTETS;
  }
}
