// What takes too long octet by octet: digests and hexadecimal digits.

export interface Octets {
  /** SHA-256 over the octets' length in one octet and the octets, in hexadecimal: 64 small letters and digits. */
  fingerprint(octets: ReadonlyUint8Array): string;
  toHex(octets: ReadonlyUint8Array): string;
  /** null for a text that is not hexadecimal digits in pairs. */
  fromHex(text: string): ReadonlyUint8Array | null;
}
