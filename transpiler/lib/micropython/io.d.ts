// MicroPython's io module: files of octets.
declare module "io" {
  export interface OctetFile {
    /** Takes `count` octets of the heap, however few there are. */
    read(count: number): ReadonlyUint8Array;
    /** Fills `octets` with what is there. @returns how many octets there were */
    readinto(octets: Uint8Array): int<0, 2147483647>;
    /** Goes to a place counted from the beginning (0), from here (1) or from the end (2). @returns the place, from the beginning */
    seek(offset: number, whence: 0 | 1 | 2): int<0, 2147483647>;
    write(octets: ReadonlyUint8Array): number;
    /** What was written is durable from now on. */
    close(): void;
  }
  /** @throws OSError ENOENT when there is no such file to read, ENOSPC when there is no room for one to write */
  export function open(path: string, mode: "rb" | "wb"): OctetFile;
}
