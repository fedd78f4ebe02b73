// MicroPython's os module.
declare module "os" {
  /** @throws OSError ENOENT when there is no such file */
  export function remove(path: string): void;
  /** Takes the place of a file that is there already, in one step. */
  export function rename(path: string, to: string): void;
  /** The port twice, the release of MicroPython as in `1.28.0`, its version with its date, the board. */
  export function uname(): readonly string[];
  /** Random octets from the hardware. */
  export function urandom(count: int<1, 64>): ReadonlyUint8Array;
}
