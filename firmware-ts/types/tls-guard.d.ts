// runtime-py/tls_guard.py: a TLS handshake with every exception turned into a number.
declare module "tls_guard" {
  import type { Stream, socket } from "socket";

  export class Handshake {
    /**
     * Client's side, TLS 1.2, with a socket that does not block. What comes by DER files goes into memory of Mbed TLS'.
     * @param name of the server, which its certificate must be for; it is also told to the server (SNI, RFC 6066 3)
     * @param authority the one that must have issued it
     * @param certificate the board's own; no octets for none
     */
    constructor(
      raw: socket,
      name: string,
      authority: ReadonlyUint8Array,
      certificate: ReadonlyUint8Array,
      key: ReadonlyUint8Array,
    );
    /** 0 as long as nothing went wrong; else which of the words of tls-layer.late.ts, from 1. */
    readonly failure: int<0, 9>;
    /** What is secured; null where there was no beginning. */
    readonly stream: Stream | null;
    /** Goes on, and once the handshake is over sends. @returns how many octets went out */
    write(octets: ReadonlyUint8Array): int<0, 65535>;
  }
}
