// Puts on the flash, at the start, what Home Assistant will be told: so nothing of it has to be in memory, or made anew, when
// Home Assistant asks for it; and so it is known, later, that there is something to take away again.
import { type DiscoverySource, discoveryPayload } from "../domain/home-assistant/discovery.ts";
import type { Journal } from "../ports/journal.ts";

const encoder = new TextEncoder();

/**
 * @param host the broker that it is for; no other is ever told to forget the device
 * @param source null: Home Assistant is not wanted
 * @returns whether there is something to tell
 */
export function prepareDiscovery(journal: Journal, host: string, source: DiscoverySource | null): boolean {
  const kept = keptIn(journal);
  if (source === null && (kept === "" || kept.startsWith(`${host}\n`))) return kept !== "";
  const wanted = source === null ? "" : `${host}\n${discoveryPayload(source)}`;
  if (kept === wanted) return true;
  const pieces = wanted === "" ? [] : [encoder.encode(wanted)];
  const isKept = journal.keep("discovery", () => pieces.shift() ?? null);
  return isKept && source !== null;
}

function keptIn(journal: Journal): string {
  const octets = new Uint8Array(Math.max(journal.keptSize("discovery"), 0));
  if (octets.length > 0 && journal.openKept("discovery")) journal.readKept(0, octets);
  journal.closeKept();
  return new TextDecoder().decode(octets);
}
