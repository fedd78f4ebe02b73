// MicroPython's os module.
declare module "os" {
  /** Random octets from the hardware. */
  export function urandom(count: int<1, 64>): ReadonlyUint8Array;
}
