// Connections and datagrams of this machine to the board, let in by the doors of its main thread: to the board they are
// those of one more phone, which joins its access point at once, or of a neighbour in the network that the board has joined.
import type { Clock } from "../../virtual-board/clock.ts";
import type { Air } from "./air.ts";
import type { BoardTcp } from "./board-tcp.ts";
import type { SoftAp } from "./soft-ap.ts";
import { TcpEnd } from "./tcp-end.ts";

/** From the main thread. */
export type GuestCommand =
  | { do: "open"; guest: number; port: number }
  | { do: "send"; guest: number; bytes: Uint8Array }
  | { do: "end"; guest: number }
  | { do: "reset"; guest: number }
  /** So many bytes have left for the one outside. */
  | { do: "flushed"; guest: number; count: number }
  | { do: "datagram"; port: number; fromPort: number; bytes: Uint8Array };

/** To the main thread. */
export type GuestEvent =
  | { event: "data"; guest: number; bytes: Uint8Array }
  | { event: "ended"; guest: number }
  | { event: "failed"; guest: number }
  | { event: "datagram"; port: number; toPort: number; bytes: Uint8Array }
  /** The board listens at a port, or takes datagrams there; or does so no more. */
  | { event: "door"; protocol: "tcp" | "udp"; port: number; open: boolean }
  | { event: "access-point"; on: boolean };

export interface GuestsParts {
  clock: Clock;
  air: Air;
  softAp: SoftAp;
  board: BoardTcp;
  /** The board's address in the network that it has joined; null: in none. */
  stationAddress(): string | null;
  tell(event: GuestEvent): void;
}

const MAC = "020000fffffe";
/** In a network that has no more room for one. */
const LAST_NUMBER = "250";
/** Longer than this, in real ms, the silence of the one outside is its own, and the board's time goes on. */
const SILENCE_MS_MAX = 500;
/** So long after the last word of the one outside the board's time still goes by its, in real ms. */
const PACE_MS = 2_000;

export class Guests {
  private readonly connections = new Map<number, TcpEnd>();
  /** Since when, in real ms, the next word of the one outside is due: of a connection that has said nothing yet. */
  private readonly speechless = new Map<number, number>();
  private readonly unflushed = new Map<number, { count: number; since: number }>();
  /** Connections of which one side has ended. */
  private readonly half = new Set<number>();
  private lastWordAt = Number.NEGATIVE_INFINITY;
  private address: string | null = null;

  constructor(private readonly parts: GuestsParts) {}

  take(command: GuestCommand): void {
    if (command.do !== "flushed") this.lastWordAt = performance.now();
    switch (command.do) {
      case "open":
        return this.open(command.guest, command.port);
      case "send":
        this.speechless.delete(command.guest);
        return this.connections.get(command.guest)?.send(command.bytes);
      case "end":
        this.speechless.delete(command.guest);
        this.connections.get(command.guest)?.close();
        return this.halfEnded(command.guest);
      case "reset":
        this.connections.get(command.guest)?.abort();
        return this.forget(command.guest);
      case "flushed":
        return this.flushed(command.guest, command.count);
      case "datagram":
        return this.send(command.port, command.fromPort, command.bytes);
    }
  }

  /** A datagram of the board's; false: this is no guest's address. */
  deliver(host: string, port: number, fromPort: number, bytes: Uint8Array): boolean {
    if (host !== this.address) return false;
    const { air, tell } = this.parts;
    air.carry(bytes.length, () => tell({ event: "datagram", port: fromPort, toPort: port, bytes }));
    return true;
  }

  /** The access point is gone, or has moved: the connections by it are lost. */
  lose(): void {
    this.address = null;
    for (const each of [...this.connections.values()]) each.lose();
  }

  /** True while the board's time must stand still: the one outside is about to say something, as this machine is quick. */
  outstanding(): boolean {
    if (this.speechless.size + this.unflushed.size === 0) return false; // asked at each step of virtual time
    const since = performance.now() - SILENCE_MS_MAX;
    for (const opened of this.speechless.values()) if (opened > since) return true;
    for (const { since: sent } of this.unflushed.values()) if (sent > since) return true;
    return false;
  }

  /** True while the board's time may pass no faster than the outside's. */
  paced(): boolean {
    if (this.lastWordAt === Number.NEGATIVE_INFINITY) return false;
    return this.connections.size > 0 || performance.now() - this.lastWordAt < PACE_MS;
  }

  private open(guest: number, port: number): void {
    const { clock, air, board, tell } = this.parts;
    this.speechless.set(guest, performance.now());
    this.address = this.ownAddress();
    const end = new TcpEnd(clock, air, board, this.address ?? "", 50_000 + (guest % 10_000), port, "linear", {
      opened: () => {},
      data: (bytes) => {
        const { count } = this.unflushed.get(guest) ?? { count: 0 };
        this.unflushed.set(guest, { count: count + bytes.length, since: performance.now() });
        tell({ event: "data", guest, bytes });
      },
      ended: () => {
        tell({ event: "ended", guest });
        this.halfEnded(guest);
      },
      failed: () => {
        this.forget(guest);
        tell({ event: "failed", guest });
      },
    });
    this.connections.set(guest, end);
    if (this.address === null) end.lose();
  }

  private send(port: number, fromPort: number, bytes: Uint8Array): void {
    const { air, board } = this.parts;
    this.address = this.ownAddress();
    const host = this.address;
    if (host !== null) air.carry(bytes.length, () => board.datagram(port, { host, port: fromPort }, bytes));
  }

  private flushed(guest: number, count: number): void {
    const waiting = this.unflushed.get(guest);
    if (!waiting) return;
    waiting.count -= count;
    if (waiting.count <= 0) this.unflushed.delete(guest);
  }

  private halfEnded(guest: number): void {
    if (this.half.has(guest)) this.forget(guest);
    else if (this.connections.has(guest)) this.half.add(guest);
  }

  private forget(guest: number): void {
    this.half.delete(guest);
    this.connections.delete(guest);
    this.speechless.delete(guest);
    this.unflushed.delete(guest);
  }

  private ownAddress(): string | null {
    const { softAp, stationAddress } = this.parts;
    if (softAp.active) {
      const isIn = softAp.isAssociated(MAC) || softAp.associate(MAC, softAp.ssid, softAp.key) === null;
      return (this.address ?? (isIn ? softAp.lease(MAC) : null)) || `192.168.4.${LAST_NUMBER}`;
    }
    return stationAddress()?.replace(/\d+$/, LAST_NUMBER) ?? null;
  }
}
