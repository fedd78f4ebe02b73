// Stand-in for MicroPython's network module: a radio that finds its network, or does not, and the board's own access point.
import type { AccessPointSettings, Station, WlanPower } from "network";
import { world } from "./world.ts";

export const STA_IF = 0 as const;
export const AP_IF = 1 as const;
export const STAT_NO_AP_FOUND = -2 as const;
export const STAT_WRONG_PASSWORD = -3 as const;
const UP = 3;
const NO_ADDRESS = "0.0.0.0";

export class WLAN {
  static readonly PM_NONE = 16 as const;
  static readonly SEC_OPEN = 0 as const;
  static readonly SEC_WPA_WPA2 = 0x400006 as const;
  private isOn = false;
  private pm = 0;

  constructor(readonly id: 0 | 1) {}

  active(on: boolean): void {
    if (this.id === AP_IF) return world.accessPoint.setOn(on);
    this.isOn = on;
    if (!on) world.wifi.status = 0;
  }

  isconnected(): boolean {
    if (this.id === AP_IF) return world.accessPoint.isOn && world.accessPoint.stations.length > 0;
    return this.isOn && world.wifi.status === UP;
  }

  status(): number;
  status(what: "stations"): readonly Station[];
  status(what?: "stations"): number | readonly Station[] {
    if (what === "stations") return world.accessPoint.stations.map((address): Station => [address]);
    if (this.id === AP_IF) return world.accessPoint.isOn ? UP : 0;
    return world.wifi.status;
  }

  connect(ssid: string, key: string | null): void {
    world.wifi.joins.push(`${ssid} ${key} pm=${this.pm}`);
    if (world.wifi.status >= 0) world.wifi.status = 1;
    world.after(world.wifi.joinsAfterMs, () => {
      if (world.wifi.hasNetwork && this.isOn) world.wifi.status = UP;
      else if (world.wifi.refusal !== 0) world.wifi.status = world.wifi.refusal;
    });
  }

  disconnect(): void {
    if (world.wifi.status > 0) world.wifi.status = 0;
  }

  ifconfig(): readonly string[];
  ifconfig(address: readonly string[]): void;
  ifconfig(address?: readonly string[]): readonly string[] {
    if (this.id === AP_IF) {
      const own = world.accessPoint.isOn ? "192.168.4.1" : NO_ADDRESS;
      return [own, "255.255.255.0", own, NO_ADDRESS];
    }
    if (address) world.wifi.address = address.join();
    return world.wifi.status === UP ? ["192.168.1.3", "255.255.255.0", "192.168.1.1", "192.168.1.1"] : [NO_ADDRESS];
  }

  config(options: WlanPower | AccessPointSettings): void {
    if ("pm" in options) this.pm = options.pm;
    else Object.assign(world.accessPoint, options);
  }

  scan(): readonly [Uint8Array, Uint8Array, number, number, number, number][] {
    world.wifi.scans += 1;
    const encoder = new TextEncoder();
    return world.wifi.heard.map(({ ssid, strength }) => [encoder.encode(ssid), new Uint8Array(6), 1, strength, 5, 1]);
  }

  ipconfig(_what: "addr6"): readonly [string, number, number, number][] {
    return world.wifi.addresses6.map((address) => [address, 48, 0, 0]);
  }
}

export function ipconfig(_what: "dns"): string {
  return world.wifi.nameServer;
}

export function country(code: string): void {
  world.wifi.country = code;
}

void ({
  STA_IF,
  AP_IF,
  STAT_NO_AP_FOUND,
  STAT_WRONG_PASSWORD,
  WLAN,
  ipconfig,
  country,
} satisfies typeof import("network"));
