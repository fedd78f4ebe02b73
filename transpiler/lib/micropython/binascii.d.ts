// MicroPython's binascii module.
declare module "binascii" {
  /** The checksum of IEEE 802.3. */
  /** @param before of the octets before these */
  export function crc32(data: ReadonlyUint8Array, before?: u32): u32;
  /** Two hexadecimal digits, in small letters, for each octet; as ASCII octets. */
  export function hexlify(data: ReadonlyUint8Array): ReadonlyUint8Array;
  /** base64 (RFC 4648 4) with padding and a line feed at its end; as ASCII octets. */
  export function b2a_base64(data: ReadonlyUint8Array): ReadonlyUint8Array;
}
