// MicroPython's os module.
declare module "os" {
  /** Takes the place of a file that is there already, in one step. */
  export function rename(path: string, to: string): void;
  /** Random octets from the hardware. */
  export function urandom(count: int<1, 64>): ReadonlyUint8Array;
}
