// runtime-py/hex_guard.py: hexadecimal digits to octets.
declare module "hex_guard" {
  /** The octets of a text of hexadecimal digits; null when it is anything else. */
  export function unhex(text: string): ReadonlyUint8Array | null;
}
