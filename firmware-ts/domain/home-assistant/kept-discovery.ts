// Puts on the flash, at the start, what Home Assistant will be told: so nothing of it has to be in memory, or made anew, when
// Home Assistant asks for it; and so it is known, later, that there is something to take away again.
import type { KeptOctets } from "../kept-octets.ts";

const encoder = new TextEncoder();

/**
 * @param host the broker that it is for; no other is ever told to forget the device
 * @param payload of discovery.ts; "" Home Assistant is not wanted
 * @returns whether there is something to tell
 */
export function keepDiscovery(flash: KeptOctets, host: string, payload: string): boolean {
  const kept = keptIn(flash);
  if (payload === "" && (kept === "" || kept.startsWith(`${host}\n`))) return kept !== "";
  const wanted = payload === "" ? "" : `${host}\n${payload}`;
  if (kept === wanted) return true;
  const pieces = wanted === "" ? [] : [encoder.encode(wanted)];
  const isKept = flash.keep("discovery", () => pieces.shift() ?? null);
  return isKept && payload !== "";
}

function keptIn(flash: KeptOctets): string {
  const octets = new Uint8Array(Math.max(flash.keptSize("discovery"), 0));
  if (octets.length > 0 && flash.openKept("discovery")) flash.readKept(0, octets);
  flash.closeKept();
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
}
