// What the settings say about the network, as texts: they are kept as long as the gateway runs, and seldom needed.
import { maskOf, prefixOf } from "../network/address.ts";
import type { Settings } from "./settings.ts";

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
