// What takes too long octet by octet.

export interface Octets {
  /** SHA-256 over the octets' length in one octet and the octets, in hexadecimal: 64 small letters and digits. */
  fingerprint(octets: ReadonlyUint8Array): string;
  /** The same over several, one after the other, each with its length before it. */
  fingerprintOf(parts: readonly ReadonlyUint8Array[]): string;
  toHex(octets: ReadonlyUint8Array): string;
}
