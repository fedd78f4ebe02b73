// MicroPython's socket module on lwIP: non-blocking TCP and UDP, both ways. Addresses are numeric, of IPv4 or IPv6: getaddrinfo, which
// blocks up to 14 s for a name and on MicroPython 1.26 and 1.27 for ever, is not declared.
declare module "socket" {
  /** Numeric address, and port. */
  export type SocketAddress = readonly [string, number];

  /** For IPv6, too: the address decides (MicroPython, extmod/modlwip.c). */
  export const AF_INET: 2;
  export const SOCK_STREAM: 1;
  export const SOCK_DGRAM: 2;
  /** Of setsockopt(). */
  export const SOL_SOCKET: 1 | 4095;
  export const SO_REUSEADDR: 4;

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
    /** SO_REUSEADDR: set before bind(), connections that have ended do not keep the port (lwIP keeps each for two minutes). */
    setsockopt(level: number, option: number, value: number): void;
    /** TCP or UDP, at this port of all interfaces. @param address "0.0.0.0" and the port @throws OSError EADDRINUSE */
    bind(address: SocketAddress): void;
    /**
     * TCP. Beyond five connections in all, a further one waits unanswered and is tried again by the other side.
     * @param backlog connections that may wait for accept(); one more is reset. 2 at least: with 1 close() forgets the one
     */
    listen(backlog: int<0, 255>): void;
    /** A connection, which blocks or does not as its listener, and where it comes from. @throws OSError EAGAIN when none waits */
    accept(): readonly [socket, SocketAddress];
    /** @throws OSError EINPROGRESS without blocking */
    connect(address: SocketAddress): void;
    read(count: number): ReadonlyUint8Array | null;
    write(data: ReadonlyUint8Array): int<0, 65535> | null;
    /** UDP. @throws OSError EHOSTUNREACH without a way there */
    sendto(data: ReadonlyUint8Array, address: SocketAddress): number;
    /** UDP: a datagram of so many octets at most, and where it comes from. @throws OSError EAGAIN when none is there */
    recvfrom(count: number): readonly [ReadonlyUint8Array, SocketAddress];
    /** TCP: what was written still goes out, but for a connection with something unread, which is reset. A listener resets who waits. */
    close(): void;
  }
}
