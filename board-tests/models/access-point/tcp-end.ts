// A phone's end of a TCP connection to the board: opens it with patience, keeps to the board's window, sends again what the
// board had no room for (RFC 9293).
import type { Clock, Scheduled } from "../../virtual-board/clock.ts";
import type { Air } from "./air.ts";
import { type BoardEnd, type BoardTcp, type Caller, SEGMENT_BYTES_MAX, WINDOW_BYTES } from "./board-tcp.ts";
import { type Patience, type PhoneTrouble, SYN_WAITS_S } from "./phone-messages.ts";

const MS_PER_S = 1_000;
/** A segment that was not taken is sent again after this, then twice as much. */
const RETRANSMIT_MS = 250;
const RETRANSMIT_TRIES = 10;

export interface TcpListener {
  opened(): void;
  data(bytes: Uint8Array): void;
  /** The board's FIN. */
  ended(): void;
  failed(trouble: PhoneTrouble): void;
}

type State = "opening" | "open" | "closed";

export class TcpEnd implements Caller {
  private state: State = "opening";
  private board: BoardEnd | undefined;
  private wait: Scheduled | undefined;
  private tries = 0;
  /** Sent and not acknowledged, or to be sent; its first byte is number `taken` of the stream. */
  private outgoing = new Uint8Array(0);
  private taken = 0;
  private next = 0;
  private readByBoard = 0;
  private closing = false;
  private finSent = false;
  private boardEnded = false;
  private isLost = false;

  /** @param target what answers at the host that is meant; null: nobody does */
  constructor(
    private readonly clock: Clock,
    private readonly air: Air,
    private readonly target: BoardTcp | null,
    readonly host: string,
    readonly port: number,
    private readonly boardPort: number,
    private readonly patience: Patience,
    private readonly listener: TcpListener,
  ) {
    this.knock();
  }

  send(bytes: Uint8Array): void {
    if (this.state === "closed" || this.closing) return;
    const joined = new Uint8Array(this.outgoing.length + bytes.length);
    joined.set(this.outgoing);
    joined.set(bytes, this.outgoing.length);
    this.outgoing = joined;
    this.pump();
  }

  /** No more is sent after what was, even if that is still to come; what the board sends is still heard. */
  close(): void {
    this.closing = true;
    this.pump();
  }

  /** At once, with a RST. */
  abort(): void {
    if (this.state !== "closed") this.toBoard((board) => board.reset());
    this.end();
  }

  /** The phone is off the network: the system gives its connections up, and the board hears nothing of it. */
  lose(): void {
    this.isLost = true;
    this.fail("lost");
  }

  accepted(): void {
    this.toPhone(0, () => {
      if (this.state === "closed") return this.toBoard((board) => board.reset());
      this.cancelWait();
      this.tries = 0;
      this.state = "open";
      this.toBoard((board) => board.established());
      this.listener.opened();
      this.pump();
    });
  }

  data(bytes: Uint8Array): void {
    this.toPhone(bytes.length, () => {
      // Data for a connection that is gone is answered by a RST.
      if (this.state === "closed") return this.toBoard((board) => board.reset());
      this.toBoard((board) => board.acknowledged(bytes.length));
      this.listener.data(bytes);
    });
  }

  read(count: number): void {
    this.toPhone(0, () => {
      this.readByBoard += count;
      this.pump();
    });
  }

  closed(): void {
    this.toPhone(0, () => {
      this.toBoard((board) => board.endAcknowledged());
      if (this.state === "closed") return;
      this.boardEnded = true;
      this.listener.ended();
      if (this.finSent) this.end();
    });
  }

  reset(): void {
    this.toPhone(0, () => this.fail(this.state === "opening" ? "refused" : "reset"));
  }

  private toPhone(bytes: number, arrive: () => void): void {
    this.air.carry(bytes, () => {
      if (!this.isLost) arrive();
    });
  }

  private toBoard(arrive: (board: BoardEnd) => void): void {
    this.air.carry(0, () => {
      if (this.board && !this.isLost) arrive(this.board);
    });
  }

  private knock(): void {
    const waitS = SYN_WAITS_S[this.patience][this.tries++];
    if (waitS === undefined) return this.fail("no answer");
    this.wait = this.clock.in(waitS * MS_PER_S, () => this.knock());
    this.air.carry(0, () => {
      if (this.state !== "opening" || this.board || !this.target) return;
      const answer = this.target.open(this.boardPort, this);
      if (answer === "refused") this.reset();
      else if (answer !== "dropped") this.board = answer;
    });
  }

  private pump(): void {
    const { board } = this;
    if (this.state !== "open" || !board) return;
    const end = this.taken + this.outgoing.length;
    while (this.next < end && this.next - this.readByBoard < WINDOW_BYTES) {
      const room = Math.min(SEGMENT_BYTES_MAX, WINDOW_BYTES - (this.next - this.readByBoard));
      const offset = this.next;
      const bytes = this.outgoing.slice(offset - this.taken, offset - this.taken + room);
      this.next += bytes.length;
      this.air.carry(bytes.length, () => {
        if (this.isLost) return;
        const upTo = board.segment(offset, bytes);
        this.air.carry(0, () => this.acknowledged(upTo));
      });
    }
    if (this.next > this.taken && !this.wait) this.watch(RETRANSMIT_MS);
    if (!this.closing || this.finSent || this.outgoing.length > 0) return;
    this.finSent = true;
    this.toBoard((open) => open.ended());
    if (this.boardEnded) this.end();
  }

  private acknowledged(upTo: number): void {
    if (this.state !== "open" || upTo <= this.taken) return;
    this.outgoing = this.outgoing.slice(upTo - this.taken);
    this.taken = upTo;
    this.next = Math.max(this.next, upTo);
    this.tries = 0;
    this.cancelWait();
    this.pump();
  }

  /** Sends again what is not acknowledged by then. */
  private watch(ms: number): void {
    this.wait = this.clock.in(ms, () => {
      this.wait = undefined;
      if (++this.tries > RETRANSMIT_TRIES) return this.fail("no answer");
      this.next = this.taken;
      this.pump();
      this.cancelWait();
      this.watch(ms * 2);
    });
  }

  private fail(trouble: PhoneTrouble): void {
    if (this.state === "closed") return;
    this.end();
    this.listener.failed(trouble);
  }

  private end(): void {
    this.state = "closed";
    this.cancelWait();
  }

  private cancelWait(): void {
    if (this.wait) this.clock.cancel(this.wait);
    this.wait = undefined;
  }
}
