// Files of the board's flash, as those who read them want them.
import { type OctetFile, open } from "io";

/** The file, to be read; null when there is none. */
export function opened(path: string): OctetFile | null {
  try {
    return open(path, "rb");
  } catch (error) {
    // A full heap must not be taken for a file that is not there: what it keeps would be written over.
    if (error instanceof RangeError) throw error;
    return null;
  }
}

/** What it begins with, `most` octets of it; null when there is none. */
export function octetsIn(path: string, most: int<1, 16384>): ReadonlyUint8Array | null {
  const file = opened(path);
  if (file === null) return null;
  // A read takes the heap that it is asked for, and not what there is.
  const size = file.seek(0, 2);
  file.seek(0, 0);
  const octets = file.read(Math.min(size, most));
  file.close();
  return octets;
}
