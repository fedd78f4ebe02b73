// Stand-in for MicroPython's socket module: non-blocking TCP as lwIP does it, to the brokers of the world, and UDP to
// whoever answers there.
import type { SocketAddress } from "socket";
import { Connection, OSError, world } from "./world.ts";

export const AF_INET = 2 as const;
export const SOCK_STREAM = 1 as const;
export const SOCK_DGRAM = 2 as const;
const EAGAIN = 11;
const EINPROGRESS = 115;
const ECONNRESET = 104;
const ENOTCONN = 107;
const ROUND_TRIP_MS = 10;

export class socket {
  state: "new" | "connecting" | "connected" | "failed" = "new";
  private connection = new Connection(world);
  private readonly datagrams: [Uint8Array, SocketAddress][] = [];

  constructor(
    readonly family: number,
    readonly type: number,
  ) {}

  setblocking(blocking: boolean): void {
    if (blocking) throw new Error("Nothing here may block.");
  }

  connect([host, port]: SocketAddress): void {
    this.state = "connecting";
    const listener = world.listeners.get(`${host}:${port}`);
    world.after(ROUND_TRIP_MS, () => {
      const answer = listener?.(this.connection) ?? "refused";
      if (answer !== "silent") this.state = answer === "accepted" ? "connected" : "failed";
    });
    throw new OSError(EINPROGRESS);
  }

  read(count: number): Uint8Array | null {
    if (this.state === "failed") throw new OSError(ECONNRESET);
    const octets = this.connection.toBoard.read(count);
    if (octets.length > 0) return octets;
    return this.connection.isClosedByBroker ? new Uint8Array(0) : null;
  }

  write(data: Uint8Array): number | null {
    if (this.state !== "connected") throw new OSError(this.state === "failed" ? ECONNRESET : ENOTCONN);
    if (this.connection.isClosedByBroker) throw new OSError(ECONNRESET);
    this.connection.onData(Uint8Array.from(data));
    return data.length;
  }

  sendto(data: Uint8Array, address: SocketAddress): number {
    const octets = Uint8Array.from(data);
    world.after(ROUND_TRIP_MS, () => {
      const answer = world.datagrams.get(address.join(":"))?.(octets) ?? null;
      if (answer !== null) this.datagrams.push([answer, address]);
    });
    return octets.length;
  }

  recvfrom(count: number): readonly [Uint8Array, SocketAddress] {
    const [octets, address] = this.datagrams.shift() ?? [];
    if (octets === undefined || address === undefined) throw new OSError(EAGAIN);
    return [octets.subarray(0, count), address];
  }

  close(): void {
    this.connection.isClosedByBoard = true;
    this.state = "failed";
  }
}

void ({ AF_INET, SOCK_STREAM, SOCK_DGRAM, socket } satisfies typeof import("socket"));
