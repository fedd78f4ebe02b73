// Puts on the flash, at the start, what Home Assistant will be told: so nothing of it has to be in memory, or made anew, when
// Home Assistant asks for it; and so it is known, later, that there is something to take away again.
import type { KeptOctets } from "../kept-octets.ts";
import type { Settings } from "../settings/settings.ts";
import { discoveryPayload } from "./discovery.ts";

const encoder = new TextEncoder();

/**
 * What Home Assistant is told, on the flash.
 * @param id of the device
 * @returns whether there is something to tell: also that it is to forget the device
 */
export function isDiscoveryKept(settings: Settings, id: string, board: string, flash: KeptOctets): boolean {
  // What cannot be read says nothing of it.
  if (!settings.usable) return false;
  const isWanted = settings.text("home_assistant") === "true";
  return keepDiscovery(flash, settings.text("broker_host"), isWanted ? discoveryPayload(settings, id, board) : "");
}

/**
 * @param host the broker that it is for; no other is ever told to forget the device
 * @param payload of discovery.ts; "" Home Assistant is not wanted
 * @returns whether there is something to tell
 */
function keepDiscovery(flash: KeptOctets, host: string, payload: string): boolean {
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
