// runtime-py/base64_guard.py: base64 to octets.
declare module "base64_guard" {
  /** The octets of base64 with its padding (RFC 4648 4); null when it is anything else. */
  export function unbase64(text: string): ReadonlyUint8Array | null;
}
