// MicroPython's os module.
declare module "os" {
  /** Takes the place of a file that is there already, in one step. */
  export function rename(path: string, to: string): void;
  /** The names of what is in a folder, in no order. @throws OSError ENOENT when there is no such folder */
  export function listdir(path: string): readonly string[];
  /** @throws OSError ENOENT when there is no such file; of a folder, when it is not empty */
  export function remove(path: string): void;
  /** The port twice, the release of MicroPython as in `1.28.0`, its version with its date, the board. */
  export function uname(): readonly string[];
  /** Random octets from the hardware. */
  export function urandom(count: int<1, 64>): ReadonlyUint8Array;
}
