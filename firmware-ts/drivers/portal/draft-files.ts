// The files that are brought to the board in setup mode, and where they lie until they are saved. A draft of no octets is the wish
// to have no such file.
import { type OctetFile, open } from "io";

const ENDING = ".draft";

/** @param name `ca`, `client` or `key` */
export function filePath(name: string): string {
  return name === "key" ? "/client.key.der" : `/${name}.der`;
}

export function draftPath(name: string): string {
  return `${filePath(name)}${ENDING}`;
}

/** Octets of a file; -1 where there is none. */
export function sizeOf(path: string): number {
  const file = opened(path);
  if (file === null) return -1;
  const size = file.seek(0, 2);
  file.close();
  return size;
}

function opened(path: string): OctetFile | null {
  try {
    return open(path, "rb");
  } catch (error) {
    // A full heap says nothing about the file.
    if (error instanceof RangeError) throw error;
    return null;
  }
}
