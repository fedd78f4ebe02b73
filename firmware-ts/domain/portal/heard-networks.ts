// The Wi-Fi networks that were heard before the access point started, for the page's list. A network's name is whatever its owner
// likes, so it is handed on as JSON and nothing else is done with it.

export interface HeardNetwork {
  readonly ssid: string;
  /** In dBm. */
  rssi: number;
  isLocked: boolean;
}

/** More than anybody scrolls through on a phone. */
const NETWORKS_MAX = 16;

/**
 * Puts a network in its place, the strongest first; one that has several access points is there once, as strong as the strongest.
 * @param octets its name; what is hidden, or no UTF-8, has none that could be shown
 */
export function hear(networks: HeardNetwork[], octets: ReadonlyUint8Array, rssi: number, isLocked: boolean): void {
  const ssid = nameIn(octets);
  if (ssid === "") return;
  const known = networks.findIndex((each) => each.ssid === ssid);
  if (known >= 0) {
    if ((networks[known]?.rssi ?? 0) >= rssi) return;
    networks.splice(known, 1);
  }
  let at = networks.findIndex((each) => each.rssi < rssi);
  if (at < 0) at = networks.length;
  networks.splice(at, 0, { ssid, rssi, isLocked });
  if (networks.length > NETWORKS_MAX) networks.pop();
}

/** As JSON. */
export function networksJson(networks: readonly HeardNetwork[]): string {
  let json = "";
  for (const { ssid, rssi, isLocked } of networks)
    json += `${json === "" ? "" : ","}{"ssid":${JSON.stringify(ssid)},"rssi":${rssi},"locked":${isLocked}}`;
  return `[${json}]`;
}

function nameIn(octets: ReadonlyUint8Array): string {
  // Some hide a network by a name of zeros.
  if (octets.length === 0 || octets[0] === 0) return "";
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return "";
  }
}
