// MicroPython's io module: files of octets.
declare module "io" {
  export interface OctetFile {
    read(count: number): ReadonlyUint8Array;
    write(octets: ReadonlyUint8Array): number;
    /** What was written is durable from now on. */
    close(): void;
  }
  /** @throws OSError ENOENT when there is no such file to read, ENOSPC when there is no room for one to write */
  export function open(path: string, mode: "rb" | "wb"): OctetFile;
}
