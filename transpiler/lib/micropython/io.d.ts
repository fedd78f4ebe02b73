// MicroPython's io module: files of octets.
declare module "io" {
  export interface OctetFile {
    read(count: number): ReadonlyUint8Array;
    close(): void;
  }
  /** @throws OSError ENOENT when there is no such file */
  export function open(path: string, mode: "rb"): OctetFile;
}
