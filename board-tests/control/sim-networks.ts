// The Wi-Fi networks that the virtual board's radio finds: from a file or a request to checked values.
import type { AccessPoint } from "../virtual-board/board-options.ts";

/** What is wrong with a list of networks, as a sentence. */
export class NetworksError extends Error {}

export type Networks = AccessPoint[] | "any";

const KEYS: readonly string[] = ["ssid", "key", "rssi", "channel", "hidden"];
const EXAMPLE = '[{"ssid":"Home","key":"correct horse","rssi":-58}]';

/** A list, or "any": every name and key is right. Throws NetworksError. */
export function networksOf(value: unknown): Networks {
  if (value === "any") return "any";
  if (!Array.isArray(value)) throw new NetworksError(`Networks are a list such as ${EXAMPLE}, or "any".`);
  return value.map(networkOf);
}

/** The networks in the text of a file. Throws NetworksError. */
export function parseNetworks(text: string): Networks {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new NetworksError(`It must hold JSON, such as ${EXAMPLE}.`);
  }
  return networksOf(value);
}

function networkOf(value: unknown, index: number): AccessPoint {
  const fail = (what: string): never => {
    throw new NetworksError(`Network ${index + 1}: ${what}`);
  };
  if (typeof value !== "object" || value === null) return fail(`it must be an object such as ${EXAMPLE.slice(1, -1)}.`);
  const { ssid, key = null, rssi = -60, channel = 6, hidden = false } = value as Record<string, unknown>;
  const unknown = Object.keys(value).find((name) => !KEYS.includes(name));
  if (unknown) fail(`"${unknown}" is unknown; there are ${KEYS.join(", ")}.`);
  if (typeof ssid !== "string" || ssid === "" || new TextEncoder().encode(ssid).length > 32)
    return fail('"ssid" must be a name of 1 to 32 octets.');
  if (key !== null && (typeof key !== "string" || key.length < 8 || key.length > 63))
    return fail('"key" must have 8 to 63 characters, or be left out for an open network.');
  if (!isBetween(rssi, -100, 0)) return fail('"rssi" must be a strength in dBm from -100 to 0.');
  if (!isBetween(channel, 1, 13)) return fail('"channel" must be a number from 1 to 13.');
  if (typeof hidden !== "boolean") return fail('"hidden" must be true or false.');
  return { ssid, key, rssi, channel, hidden };
}

function isBetween(value: unknown, least: number, most: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= least && value <= most;
}
