// A file of the page on the flash, as it goes over the wire: head and compressed body (scripts/build/setup-page.ts). Read a piece at a
// time, all of it would take 10 KB of the heap.
import type { OctetFile } from "io";
import { opened } from "../flash-file.ts";

export class PageFile {
  private file: OctetFile | null = null;

  /** @param buffer for a piece: it holds until the next one, of whichever file */
  constructor(
    private readonly path: string,
    private readonly buffer: Uint8Array,
  ) {}

  isThere(): boolean {
    if (this.file === null) this.file = opened(this.path);
    return this.file !== null;
  }

  /** What stands there from `at` on, as much as fits; none at its end. */
  piece(at: number): ReadonlyUint8Array {
    const { buffer, file } = this;
    if (file === null) return buffer.subarray(0, 0);
    file.seek(at, 0);
    return buffer.subarray(0, file.readinto(buffer));
  }
}
