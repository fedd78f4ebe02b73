// The settings of the network: the list of known ones as it is read, and all as texts, as they are kept as long as the
// gateway runs and seldom needed.
import { maskOf, prefixOf } from "../network/address.ts";
import type { Settings } from "./settings.ts";

/** More would not fit into what the gateway keeps of them. */
const NETWORKS_MAX = 9;
/** An SSID has 32 octets (IEEE 802.11 9.4.2.2), a passphrase 8 to 63 characters (J.4.1). */
const NAME_OCTETS_MAX = 32;
const PASSWORD_MIN = 8;
const PASSWORD_MAX = 63;
/** What stands for a list that is wrong: no list that is right has an empty first line. */
export const WRONG_NETWORKS = "\n";

/** Name and password, a line each; WRONG_NETWORKS when one of them cannot be. */
export function networkLines(values: readonly JsonValue[]): string {
  let lines = "";
  if (values.length > NETWORKS_MAX) return WRONG_NETWORKS;
  for (const value of values) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return WRONG_NETWORKS;
    const line = networkLine(value);
    if (line === "") return WRONG_NETWORKS;
    lines += `${lines === "" ? "" : "\n"}${line}`;
  }
  return lines;
}

function networkLine(network: Record<string, JsonValue>): string {
  const name = network.ssid ?? "";
  const password = network.password ?? "";
  if (typeof name !== "string" || typeof password !== "string") return "";
  for (const key of Object.keys(network)) if (key !== "ssid" && key !== "password") return "";
  const octets = octetsIn(password);
  const isPassword = octets === 0 || (octets >= PASSWORD_MIN && octets <= PASSWORD_MAX);
  const isName = name !== "" && octetsIn(name) <= NAME_OCTETS_MAX;
  const isLine = isName && isPassword && !hasBreak(name) && !hasBreak(password);
  return isLine ? `${name}\n${password}` : "";
}

function octetsIn(text: string): number {
  return new TextEncoder().encode(text).length;
}

function hasBreak(text: string): boolean {
  return text.includes("\n") || text.includes("\0");
}

/** Name and password of each known network, a line each, the password of an open one empty: that of wifi_ssid first. */
export function networksOf(settings: Settings): string {
  const first = `${settings.text("wifi_ssid")}\n${settings.text("wifi_password")}`;
  const others = settings.text("wifi_networks");
  return others === "" ? first : `${first}\n${others}`;
}

/** The board's own address, mask, gateway and name server, with commas between; "" for DHCP. */
export function addressOf(settings: Settings): string {
  const own = settings.text("wifi_address");
  const gateway = settings.text("wifi_gateway");
  if (own === "" || gateway === "") return "";
  const [server = gateway] = settings.list("dns_servers");
  return `${own.slice(0, own.indexOf("/"))},${maskOf(prefixOf(own))},${gateway},${server}`;
}
