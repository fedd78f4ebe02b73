// A certificate or a key on its way to the flash, a piece at a time. What has come whole, and looks like what it should be, becomes
// the draft of its file; nothing uses that before it is saved.
import { type OctetFile, open } from "io";
import { rename } from "os";
import { fileProblem, fileSentence } from "../../domain/portal/certificate-form.ts";
import type { Route } from "../../domain/portal/request-rules.ts";
import { draftPath } from "./draft-files.ts";

const FRESH = "/upload";
/** Whatever tells of what kind it is stands before this. */
const HEAD_OCTETS = 160;

export class Upload {
  private file: OctetFile | null = null;
  private readonly head = new Uint8Array(HEAD_OCTETS);
  private size = 0;

  /** @returns false where the flash cannot be written, as with the others */
  begin(): boolean {
    this.size = 0;
    this.head.fill(0);
    try {
      this.file = open(FRESH, "wb");
    } catch (error) {
      if (error instanceof RangeError) throw error;
      return false;
    }
    return true;
  }

  take(octets: ReadonlyUint8Array): boolean {
    const room = HEAD_OCTETS - this.size;
    if (room > 0) this.head.set(octets.subarray(0, room), this.size);
    this.size += octets.length;
    try {
      this.file?.write(octets);
    } catch (error) {
      if (error instanceof RangeError) throw error;
      return false;
    }
    return true;
  }

  /** Nothing comes of it. */
  drop(): void {
    const { file } = this;
    this.file = null;
    try {
      file?.close();
    } catch (error) {
      // There is no room for what nobody wants.
      if (error instanceof RangeError) throw error;
    }
  }

  /** All is there: no octets for taking the file away. @returns what is wrong, as a code; "" nothing, "!" the flash */
  end(route: Route): string {
    const { file, size } = this;
    this.file = null;
    const name = route === "ca" || route === "client" ? route : "key";
    const head = this.head.subarray(0, Math.min(size, HEAD_OCTETS));
    const code = size === 0 ? "" : fileProblem(name, head, size);
    try {
      file?.close();
      if (code === "") rename(FRESH, draftPath(name));
    } catch (error) {
      if (error instanceof RangeError) throw error;
      return "!";
    }
    return code;
  }

  sentence(code: string): string {
    return fileSentence(code);
  }
}
