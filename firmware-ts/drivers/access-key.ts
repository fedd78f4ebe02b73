// Name and key of the board's own Wi-Fi. The key is made by chance for each start; where there is no display to read it from, once
// for ever. Needed at the start of the setup mode, and forgotten then.
import { type OctetFile, open } from "io";
import { rename, urandom } from "os";
import { HardwareOctets } from "./hardware-octets.ts";

const PATH = "/portal.key";
const FRESH = "/portal.new";
/** 60 bits, by 32 signs of which none is taken for another one: no 0, 1, l and o. WPA2 wants 8 at least (IEEE 802.11 J.4.1). */
const KEY_SIGNS = 12;
const SIGNS = "23456789abcdefghijkmnpqrstuvwxyz";

/** @param id the board's serial number */
export function accessPointName(id: ReadonlyUint8Array): string {
  return `SMS-Gateway-${new HardwareOctets().toHex(id).slice(-4).toUpperCase()}`;
}

/** @param isKept the same one each time: there is no display */
export function accessKey(isKept: boolean): string {
  if (!isKept) return freshKey();
  const kept = keptKey();
  if (kept !== "") return kept;
  const key = freshKey();
  keep(key);
  return key;
}

function freshKey(): string {
  let key = "";
  for (const octet of urandom(KEY_SIGNS)) key += SIGNS.charAt(octet & 31);
  return key;
}

/** The stored key; "" for none, or for what nobody can have put there. */
function keptKey(): string {
  const file = opened();
  if (file === null) return "";
  const octets = file.read(KEY_SIGNS + 1);
  file.close();
  let key = "";
  for (const octet of octets) if (SIGNS.includes(String.fromCharCode(octet))) key += String.fromCharCode(octet);
  return key.length === KEY_SIGNS ? key : "";
}

/** Whole, or not at all. A flash that cannot be written has another key at the next start. */
function keep(key: string): void {
  try {
    const file = open(FRESH, "wb");
    file.write(new TextEncoder().encode(key));
    file.close();
    rename(FRESH, PATH);
  } catch {
    // It holds for this start.
  }
}

function opened(): OctetFile | null {
  try {
    return open(PATH, "rb");
  } catch {
    return null;
  }
}
