// MicroPython's socket module on lwIP: non-blocking TCP.
declare module "socket" {
  /** What connect takes; made by getaddrinfo. */
  export interface SocketAddress {
    readonly __address?: never;
  }
  /** Family, type, protocol, canonical name, address. */
  export type AddressInfo = readonly [number, number, number, string, SocketAddress];

  export const AF_INET: 2;
  export const SOCK_STREAM: 1;

  /** What goes both ways: a connected socket, or TLS over it. */
  export interface Stream {
    /** Without blocking: null when nothing is there, no octets at the end of the connection. */
    read(count: number): ReadonlyUint8Array | null;
    /** Without blocking: how many octets were taken, null when none fits. */
    write(data: ReadonlyUint8Array): int<0, 65535> | null;
    close(): void;
  }

  export class socket implements Stream {
    constructor(family: number, type: number);
    setblocking(blocking: boolean): void;
    /** @throws OSError EINPROGRESS without blocking */
    connect(address: SocketAddress): void;
    read(count: number): ReadonlyUint8Array | null;
    write(data: ReadonlyUint8Array): int<0, 65535> | null;
    close(): void;
  }

  /** A numeric address is answered at once; a name asks the network's resolver and blocks, up to 14 s. */
  export function getaddrinfo(host: string, port: number, family: number, type: number): readonly AddressInfo[];
}
