// MicroPython's socket module on lwIP: non-blocking TCP and UDP. Addresses are numeric, of IPv4 or IPv6: getaddrinfo, which
// blocks up to 14 s for a name and on MicroPython 1.26 and 1.27 for ever, is not declared.
declare module "socket" {
  /** Numeric address, and port. */
  export type SocketAddress = readonly [string, number];

  /** For IPv6, too: the address decides (MicroPython, extmod/modlwip.c). */
  export const AF_INET: 2;
  export const SOCK_STREAM: 1;
  export const SOCK_DGRAM: 2;

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
    /** UDP. @throws OSError EHOSTUNREACH without a way there */
    sendto(data: ReadonlyUint8Array, address: SocketAddress): number;
    /** UDP: a datagram of so many octets at most, and where it comes from. @throws OSError EAGAIN when none is there */
    recvfrom(count: number): readonly [ReadonlyUint8Array, SocketAddress];
    close(): void;
  }
}
