// MicroPython's binascii module.
declare module "binascii" {
  /** Two hexadecimal digits, in small letters, for each octet; as ASCII octets. */
  export function hexlify(data: ReadonlyUint8Array): ReadonlyUint8Array;
}
