// The list of Wi-Fi networks in the settings: objects with a name and a password, as lines of one text.

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
