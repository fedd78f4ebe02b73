// The board's end of a connection that somebody opened to it: lwIP's control block (PCB) with its states, as MicroPython's
// socket module uses it. Sources: extmod/modlwip.c of MicroPython 1.28; src/core/tcp.c, tcp_in.c of lwIP 2.2.
import { ERRNO } from "../../transpiler/src/vm/index.ts";
import type { BoardEnd, Caller } from "../models/access-point/board-tcp.ts";
import type { Clock } from "./clock.ts";
import { newSocket, type Socket } from "./lwip-socket.ts";

/** States of RFC 9293, 3.3.2; "gone": the block is free. */
export type PcbState =
  | "syn-received"
  | "established"
  | "close-wait"
  | "fin-wait-1"
  | "fin-wait-2"
  | "closing"
  | "last-ack"
  | "time-wait"
  | "gone";

/** TCP_TMR_INTERVAL: how often lwIP offers again what it could not hand over. */
const FAST_TIMER_MS = 250;
/** MICROPY_PY_LWIP_TCP_CLOSE_TIMEOUT_MS: a close that is not answered ends with a RST. */
const CLOSE_MS_MAX = 10_000;
/** Twice TCP_MSL. */
const TIME_WAIT_MS = 120_000;
/** TCP_MSS */
const SEGMENT_BYTES = 800;

/** What a block needs of all of them. */
export interface PcbOwner {
  readonly clock: Clock;
  /** False: nobody listens any more, or the queue of accept() is full. */
  queue(pcb: Pcb): boolean;
  /** PBUF_POOL has a buffer for one more segment. */
  hasBuffer(): boolean;
  gone(pcb: Pcb): void;
  log(operation: string, socket: number, detail: string): void;
}

export class Pcb implements BoardEnd {
  state: PcbState = "syn-received";
  /** The program's, from accept() on; kept after close() for what is still on its way out. */
  socket: Socket | null = null;
  /** The program has closed it. */
  isClosed = false;
  /** When it came into its state. */
  sinceMs: number;
  /** A segment that came before accept(): lwIP keeps one. */
  private refused: Uint8Array | null = null;
  private refusedEnd = false;
  /** So many bytes of the stream have come. */
  private expected = 0;
  /** Written, and held back by Nagle's algorithm. */
  private unsent: Uint8Array[] = [];
  private unsentBytes = 0;
  private onAir = 0;

  constructor(
    readonly number: number,
    readonly caller: Caller,
    readonly localPort: number,
    readonly reuse: boolean,
    private readonly owner: PcbOwner,
  ) {
    this.sinceMs = owner.clock.now();
    caller.accepted();
  }

  /** Buffers of PBUF_POOL that it holds. */
  get buffers(): number {
    return (this.socket?.received.length ?? 0) + (this.refused ? 1 : 0);
  }

  established(): void {
    if (this.state !== "syn-received") return;
    if (!this.owner.queue(this)) return this.abort();
    this.become("established");
  }

  /** accept(): the program has it. What came before is offered to it when the fast timer comes round. */
  accept(): Socket {
    const socket = { ...newSocket("tcp"), state: "connected" as const, pcb: this, peerHost: this.caller.host };
    this.socket = socket;
    if (this.refused) {
      const { clock } = this.owner;
      clock.at(Math.floor(clock.now() / FAST_TIMER_MS + 1) * FAST_TIMER_MS, () => this.offerAgain());
    }
    return socket;
  }

  segment(offset: number, bytes: Uint8Array): number {
    if (this.state === "gone" || this.state === "time-wait") {
      this.caller.reset();
      return this.expected;
    }
    if (this.isClosed) {
      // TF_RXCLOSED: nobody will read it.
      this.abort();
      return this.expected;
    }
    if (offset !== this.expected || !this.owner.hasBuffer()) return this.expected;
    if (this.socket) {
      this.offerAgain();
      this.hand(bytes);
    } else if (this.refused) return this.expected;
    else this.refused = bytes;
    this.expected += bytes.length;
    return this.expected;
  }

  acknowledged(count: number): void {
    this.onAir = Math.max(0, this.onAir - count);
    if (this.socket) this.socket.inFlight = Math.max(0, this.socket.inFlight - count);
    if (this.state !== "gone") this.output();
  }

  ended(): void {
    if (this.state === "established") {
      this.become("close-wait");
      if (this.refused) this.refusedEnd = true;
      else this.tellEnd();
    } else if (this.state === "fin-wait-1") this.become("closing");
    else if (this.state === "fin-wait-2") this.waitOut();
    else if (this.state === "gone") this.caller.reset();
  }

  endAcknowledged(): void {
    if (this.state === "fin-wait-1") this.become("fin-wait-2");
    else if (this.state === "closing") this.waitOut();
    else if (this.state === "last-ack") this.leave();
  }

  reset(): void {
    if (this.state === "gone") return;
    this.fail(ERRNO.ECONNRESET, "ECONNRESET");
    this.leave();
  }

  send(bytes: Uint8Array): void {
    this.unsent.push(bytes);
    this.unsentBytes += bytes.length;
    this.output();
  }

  /** The program closes it: with something unread it is reset, else what was written still goes out, then a FIN. */
  close(): void {
    this.isClosed = true;
    const unread = (this.socket?.receivedBytes ?? 0) > 0 || this.refused !== null;
    if (this.state === "gone") return;
    if (unread) return this.abort();
    this.flush();
    this.become(this.state === "close-wait" ? "last-ack" : "fin-wait-1");
    this.caller.closed();
    this.owner.clock.in(CLOSE_MS_MAX, () => {
      if (this.state !== "time-wait") this.abort();
    });
  }

  /** With a RST. */
  abort(): void {
    if (this.state === "gone") return;
    this.caller.reset();
    this.leave();
  }

  /** The interface is gone, or the block is needed: nothing is said to the other side. */
  drop(): void {
    if (this.state === "gone") return;
    this.fail(ERRNO.ECONNABORTED, "ECONNABORTED");
    this.leave();
  }

  /** As Nagle has it: a small segment waits until nothing is on its way. */
  private output(): void {
    while (this.unsentBytes >= SEGMENT_BYTES || (this.unsentBytes > 0 && this.onAir === 0)) this.sendSegment();
  }

  private flush(): void {
    while (this.unsentBytes > 0) this.sendSegment();
  }

  private sendSegment(): void {
    const segment = new Uint8Array(Math.min(SEGMENT_BYTES, this.unsentBytes));
    for (let at = 0; at < segment.length; ) {
      const first = this.unsent[0] as Uint8Array;
      const part = first.subarray(0, segment.length - at);
      segment.set(part, at);
      at += part.length;
      if (part.length === first.length) this.unsent.shift();
      else this.unsent[0] = first.subarray(part.length);
    }
    this.unsentBytes -= segment.length;
    this.onAir += segment.length;
    this.caller.data(segment);
  }

  private hand(bytes: Uint8Array): void {
    this.socket?.received.push(bytes);
    if (this.socket) this.socket.receivedBytes += bytes.length;
  }

  private offerAgain(): void {
    if (!this.refused || this.isClosed || this.state === "gone") return;
    this.hand(this.refused);
    this.refused = null;
    if (this.refusedEnd) this.tellEnd();
  }

  /** MicroPython hears of an end that comes before accept() only if data came before it. */
  private tellEnd(): void {
    if (!this.socket) return;
    this.socket.state = "peer-closed";
    this.owner.log("ended", this.number, "");
  }

  private fail(errno: number, text: string): void {
    if (!this.socket || this.isClosed) return;
    this.socket.state = "failed";
    this.socket.errno = errno;
    this.socket.errorText = text;
    this.owner.log("failed", this.number, `${errno} ${text}`);
  }

  private waitOut(): void {
    this.become("time-wait");
    this.owner.clock.in(TIME_WAIT_MS, () => this.leave());
  }

  private become(state: PcbState): void {
    this.state = state;
    this.sinceMs = this.owner.clock.now();
  }

  private leave(): void {
    if (this.state === "gone") return;
    this.state = "gone";
    this.refused = null;
    this.owner.gone(this);
  }
}
