// Stand-in for MicroPython's socket module: non-blocking TCP as lwIP does it, to the brokers of the world and from whoever
// connects to the board, and UDP to whoever answers there.
import type { SocketAddress } from "socket";
import { BoardPort } from "./local-network.ts";
import { Connection, OSError, world } from "./world.ts";

export const AF_INET = 2 as const;
export const SOCK_STREAM = 1 as const;
export const SOCK_DGRAM = 2 as const;
export const SOL_SOCKET = 1 as const;
export const SO_REUSEADDR = 4 as const;
const EAGAIN = 11;
const EINPROGRESS = 115;
const ECONNRESET = 104;
const ENOTCONN = 107;
const EADDRINUSE = 98;
const EINVAL = 22;
const ROUND_TRIP_MS = 10;

export class socket {
  state: "new" | "connecting" | "connected" | "listening" | "failed" = "new";
  private connection = new Connection(world);
  private port = 0;
  private readonly datagrams: [Uint8Array, SocketAddress][] = [];

  constructor(
    readonly family: number,
    readonly type: number,
  ) {}

  setblocking(blocking: boolean): void {
    if (blocking) throw new Error("Nothing here may block.");
  }

  setsockopt(_level: number, _option: number, _value: number): void {}

  bind([, port]: SocketAddress): void {
    const taken = this.type === SOCK_STREAM ? world.boardListeners : world.boardDatagrams;
    if (taken.has(port)) throw new OSError(EADDRINUSE);
    this.port = port;
    if (this.type === SOCK_DGRAM)
      world.boardDatagrams.set(port, (octets, from) => this.datagrams.push([Uint8Array.from(octets), from]));
  }

  listen(backlog: number): void {
    this.state = "listening";
    world.boardListeners.set(this.port, new BoardPort(backlog));
  }

  accept(): readonly [socket, SocketAddress] {
    const listener = world.boardListeners.get(this.port);
    if (this.state !== "listening" || !listener) throw new OSError(EINVAL);
    const next = listener.waiting.shift();
    if (!next) throw new OSError(EAGAIN);
    const accepted = new socket(this.family, this.type);
    accepted.connection = next.connection;
    accepted.state = "connected";
    return [accepted, next.from];
  }

  /** What select.poll() says of it: POLLIN 1, POLLOUT 4. */
  ready(): number {
    if (this.state === "listening") return world.boardListeners.get(this.port)?.waiting.length ? 1 : 0;
    if (this.type === SOCK_DGRAM) return this.datagrams.length > 0 ? 5 : 4;
    if (this.state === "failed") return 5;
    if (this.state !== "connected") return 0;
    return this.connection.toBoard.available() > 0 || this.connection.isClosedByBroker ? 5 : 4;
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
    if (this.type === SOCK_DGRAM) world.boardDatagrams.delete(this.port);
    if (this.state === "listening") {
      for (const { connection } of world.boardListeners.get(this.port)?.waiting ?? [])
        connection.isClosedByBoard = true;
      world.boardListeners.delete(this.port);
    }
    this.state = "failed";
  }
}

void ({ AF_INET, SOCK_STREAM, SOCK_DGRAM, SOL_SOCKET, SO_REUSEADDR, socket } satisfies typeof import("socket"));
