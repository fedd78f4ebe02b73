// The connection to the broker. umqtt expects a socket that blocks for as long as it likes and sends its packets in pieces;
// this one has a deadline for everything, serves the modem while it waits, and sends a whole packet in one write.
// packet-socket.ts makes of it what umqtt reads from.
import { POLLOUT, poll } from "select";
import { AF_INET, SOCK_STREAM, type Stream, socket } from "socket";
import type { Millis } from "../../domain/millis.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Waiting } from "../../ports/waiting.ts";
import type { TlsLayer } from "./tls-layer.late.ts";

/** A packet of one message fits; of a longer one the pieces follow each other. */
const OUT_OCTETS = 1024;
/** What comes without a pause must not keep the modem waiting for longer. */
const SERVE_EVERY_MS = 20;

export class BoundedSocket {
  /** When octets last came in, and last went out. */
  receivedAt: Millis = 0;
  sentAt: Millis = 0;
  /** Where the broker is: numeric, as a resolver of the network blocks for longer than the watchdog waits. */
  address = "";
  private raw: socket | null = null;
  /** What goes to and fro: raw, or TLS over it. */
  private stream: Stream | null = null;
  private readonly out = new Uint8Array(OUT_OCTETS);
  private outLength = 0;
  private servedAt: Millis = 0;
  private deadlineSince: Millis = 0;
  private deadlineMs = 0;

  /** @param tls null for a connection that anybody on the way can read */
  constructor(
    private readonly host: string,
    private readonly port: int<0, 65535>,
    private readonly tls: TlsLayer | null,
    private readonly clock: Clock,
    private readonly waiting: Waiting,
  ) {}

  /** From now on, all that is called may take so long in all. */
  arm(deadlineMs: number): void {
    this.deadlineSince = this.clock.now();
    this.servedAt = this.deadlineSince;
    this.deadlineMs = deadlineMs;
  }

  /** Whether that time is over. */
  isLate(now: Millis): boolean {
    return now - this.deadlineSince > this.deadlineMs;
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
    this.stream = this.tls === null ? raw : this.tls.begin(raw, this.host);
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

  /** Sends what was written, in one piece where the network takes it. */
  flush(): void {
    if (this.outLength === 0) return;
    const stream = this.opened();
    const { tls } = this;
    let at = 0;
    while (at < this.outLength) {
      const octets = this.out.subarray(at, this.outLength);
      const count = tls === null ? (stream.write(octets) ?? 0) : tls.write(stream, octets);
      at += count;
      if (count === 0) this.await();
    }
    this.outLength = 0;
    this.sentAt = this.clock.now();
  }

  close(): void {
    const { raw, stream, tls } = this;
    this.raw = null;
    this.stream = null;
    this.outLength = 0;
    // TLS that has failed does not close what is under it.
    if (stream !== null) stream.close();
    if (raw !== null) raw.close();
    if (tls !== null) tls.closed();
  }

  private opened(): Stream {
    if (this.stream === null) throw new Error("not connected");
    return this.stream;
  }

  /** One step of waiting; an exception after the deadline. */
  protected await(): void {
    const now = this.clock.now();
    this.servedAt = now;
    if (this.isLate(now)) throw new Error("the broker did not answer in time");
    this.waiting.step();
  }

  protected awaitConnected(raw: socket): void {
    const poller = new poll();
    poller.register(raw, POLLOUT);
    while (poller.poll(0).length === 0) this.await();
  }

  /** Between one and `count` octets; null when not blocking and nothing is there. */
  protected receive(count: number, isBlocking: boolean): ReadonlyUint8Array | null {
    const stream = this.opened();
    while (true) {
      const octets = stream.read(count);
      if (octets !== null) {
        if (octets.length === 0) throw new Error("the broker closed the connection");
        this.receivedAt = this.clock.now();
        if (this.receivedAt - this.servedAt > SERVE_EVERY_MS) this.await();
        return octets;
      }
      if (!isBlocking) return null;
      this.await();
    }
  }
}
