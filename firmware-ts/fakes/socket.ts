// Stand-in for MicroPython's socket module: non-blocking TCP as lwIP does it, to the brokers of the world.
import type { AddressInfo, SocketAddress } from "socket";
import { Connection, OSError, world } from "./world.ts";

export const AF_INET = 2 as const;
export const SOCK_STREAM = 1 as const;
const EINPROGRESS = 115;
const ECONNRESET = 104;
const ENOTCONN = 107;
const ROUND_TRIP_MS = 10;

interface FakeAddress extends SocketAddress {
  readonly key: string;
}

export class socket {
  state: "new" | "connecting" | "connected" | "failed" = "new";
  private connection = new Connection(world);

  constructor(
    readonly family: number,
    readonly type: number,
  ) {}

  setblocking(blocking: boolean): void {
    if (blocking) throw new Error("Nothing here may block.");
  }

  connect(address: SocketAddress): void {
    this.state = "connecting";
    const listener = world.listeners.get((address as FakeAddress).key);
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

  close(): void {
    this.connection.isClosedByBoard = true;
    this.state = "failed";
  }
}

export function getaddrinfo(host: string, port: number, family: number, type: number): readonly AddressInfo[] {
  const address: FakeAddress = { key: `${host}:${port}` };
  return [[family, type, 0, "", address]];
}

void ({ AF_INET, SOCK_STREAM, socket, getaddrinfo } satisfies typeof import("socket"));
