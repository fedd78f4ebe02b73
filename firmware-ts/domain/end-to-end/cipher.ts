// What end-to-end encryption needs of the machine: what would take too long octet by octet, and chance.

export interface Cipher {
  /** SHA-256 over all pieces, one after the other (FIPS 180-4). @returns 32 octets */
  sha256(pieces: readonly ReadonlyUint8Array[]): ReadonlyUint8Array;
  /**
   * AES-256 in CBC mode, in place (NIST SP 800-38A 6.2).
   * @param key 32 octets
   * @param iv 16 octets
   * @param octets whole blocks of 16
   */
  encrypt(key: ReadonlyUint8Array, iv: ReadonlyUint8Array, octets: Uint8Array): void;
  /** Octets that nobody can guess. */
  random(count: int<1, 64>): ReadonlyUint8Array;
  toHex(octets: ReadonlyUint8Array): string;
  /** The octets of hexadecimal digits; null for other text. */
  fromHex(text: string): ReadonlyUint8Array | null;
  /** base64url without padding (RFC 4648 5). */
  toBase64(octets: ReadonlyUint8Array): string;
  /** What toBase64() gives, with padding or without; null for what is no such text. */
  fromBase64(text: string): ReadonlyUint8Array | null;
}
