// HMAC-SHA-256 (RFC 2104) and the keys that HKDF (RFC 5869) makes of one.
import type { Cipher } from "./cipher.ts";

/** Octets that SHA-256 takes at a time, and gives. */
const BLOCK_OCTETS = 64;
const KEY_OCTETS = 32;

const encoder = new TextEncoder();

/** HMAC under one key, whose two pads are made once. */
export class Hmac {
  private readonly inner = new Uint8Array(BLOCK_OCTETS);
  private readonly outer = new Uint8Array(BLOCK_OCTETS);

  /** @param key 32 octets, or none: the empty salt of HKDF (RFC 5869 2.2) is a key of zeros */
  constructor(
    private readonly cipher: Cipher,
    key: ReadonlyUint8Array,
  ) {
    for (let i = 0; i < BLOCK_OCTETS; i++) {
      const octet = key[i] ?? 0;
      this.inner[i] = octet ^ 0x36;
      this.outer[i] = octet ^ 0x5c;
    }
  }

  /** Over all pieces, one after the other. @returns 32 octets */
  of(pieces: readonly ReadonlyUint8Array[]): ReadonlyUint8Array {
    return this.cipher.sha256([this.outer, this.cipher.sha256([this.inner, ...pieces])]);
  }
}

/** One key of 32 octets for each label, of a key that is used for nothing else: HKDF-SHA-256 with an empty salt. */
export class KeyMaker {
  private readonly expander: Hmac;

  constructor(cipher: Cipher, key: ReadonlyUint8Array) {
    const salt = new Uint8Array(KEY_OCTETS);
    this.expander = new Hmac(cipher, new Hmac(cipher, salt).of([key]));
  }

  /** The first block of what HKDF expands to, which is a key's length (RFC 5869 2.3). */
  keyFor(label: string): ReadonlyUint8Array {
    return this.expander.of([encoder.encode(label), Uint8Array.of(1)]);
  }
}
