// MicroPython's binascii module.
declare module "binascii" {
  /** The checksum of IEEE 802.3. */
  export function crc32(data: ReadonlyUint8Array): u32;
  /** Two hexadecimal digits, in small letters, for each octet; as ASCII octets. */
  export function hexlify(data: ReadonlyUint8Array): ReadonlyUint8Array;
}
