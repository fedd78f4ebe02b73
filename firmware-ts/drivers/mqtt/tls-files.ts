// The user's own files for TLS on the board's flash.
import { type OctetFile, open } from "io";

/** In DER: an authority of the user's, a certificate of the board's and its key. */
export const CA_PATH = "/ca.der";
export const CERTIFICATE_PATH = "/client.der";
export const KEY_PATH = "/client.key.der";
/** No certificate that a board can check is longer. */
const OCTETS_MAX = 4096;

/** No octets for a file that is not there. */
export function octetsAt(path: string): ReadonlyUint8Array {
  const file = opened(path);
  if (file === null) return new Uint8Array(0);
  // A read takes the heap that it is asked for, and not what there is.
  const size = file.seek(0, 2);
  file.seek(0, 0);
  const octets = file.read(Math.min(size, OCTETS_MAX));
  file.close();
  return octets;
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
