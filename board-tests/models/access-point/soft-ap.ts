// The board's own access point, as the CYW43439 and MicroPython have it: what it is set to, who has joined, which address
// DHCP gave them. Sources: extmod/network_cyw43.c, ports/rp2/main.c, shared/netutils/dhcpserver.c of MicroPython 1.28;
// cyw43_ctrl.c and cyw43_ll.c of cyw43-driver; "SoftAP supporting up to four clients" of the Pico W datasheet.
import type { PhoneTrouble } from "./phone-messages.ts";

/** Kinds of security: CYW43_AUTH_OPEN, CYW43_AUTH_WPA2_AES_PSK. */
const OPEN = 0;
const WPA2 = 0x400004;
/** cyw43_init() */
const CHANNEL_DEFAULT = 3;
/** ports/rp2/main.c: the same for every board in the world. */
const KEY_DEFAULT = "picoW123";
const SSID_OCTETS_MAX = 32;
/** IEEE 802.11: 8 to 63 characters, or 64 hex digits. */
const KEY_OCTETS_MIN = 8;
const KEY_OCTETS_MAX = 64;
const STATIONS_MAX = 4;
/** DHCPS_MAX_IP addresses from DHCPS_BASE_IP on. */
const LEASES_MAX = 8;
const LEASES_FROM = 16;
export const OWN_ADDRESS = "192.168.4.1";
/** How the addresses of its network begin. */
export const LOCAL_NETWORK = "192.168.4.";

export interface SoftApSettings {
  ssid?: string;
  key?: string;
  security?: number;
  channel?: number;
}

export interface SoftApHooks {
  /** It is on, or off: also off and on again when its settings change. */
  changed(on: boolean): void;
  /** Whoever had joined has to join anew. */
  parted(): void;
  log(state: string): void;
  fault(text: string): void;
}

export interface SoftApReport {
  active: boolean;
  ssid: string;
  key: string;
  channel: number;
  /** Addresses of those who have joined. */
  stations: string[];
}

export class SoftAp {
  active = false;
  ssid: string;
  key: string;
  security: number;
  /** That it works on; the radio has one for both interfaces. */
  channel = CHANNEL_DEFAULT;
  private wantedChannel = CHANNEL_DEFAULT;
  private joinedChannel: number | null = null;
  private readonly ssidDefault: string;
  /** Addresses of radios, in order of joining. */
  private readonly stations: string[] = [];
  private readonly leases: (string | null)[] = Array(LEASES_MAX).fill(null);

  /** @param uniqueId machine.unique_id() in hex */
  constructor(
    uniqueId: string,
    private readonly hooks: SoftApHooks,
  ) {
    const digit = (index: number) => (uniqueId[index] ?? "0").toUpperCase();
    this.ssidDefault = `PICO${digit(14)}${digit(13)}${digit(10)}${digit(9)}`;
    this.ssid = this.ssidDefault;
    this.key = KEY_DEFAULT;
    this.security = WPA2;
  }

  /** WLAN.config(): what is left out stays as it is. While it is on, cycle() has to follow. */
  set(settings: SoftApSettings): void {
    const { ssid, key, security, channel } = settings;
    if (ssid !== undefined) this.ssid = cut(ssid, SSID_OCTETS_MAX);
    if (key !== undefined) this.key = cut(key, KEY_OCTETS_MAX);
    if (security !== undefined) this.security = security;
    if (channel !== undefined) this.wantedChannel = channel;
  }

  /** Off and on again, if it is on, for new settings to count. */
  cycle(): void {
    if (!this.active) return;
    this.setActive(false);
    this.setActive(true);
  }

  setActive(on: boolean): void {
    if (on === this.active) return;
    this.active = on;
    if (!on) {
      this.part();
      this.leases.fill(null);
    }
    this.channel = this.joinedChannel ?? this.wantedChannel;
    this.hooks.log(on ? `access point ${this.ssid} on, channel ${this.channel}` : "access point off");
    if (on) this.judge();
    this.hooks.changed(on);
  }

  /** The station has joined a network on `channel`, or left it (null): the access point is where the station is. */
  stationOn(channel: number | null): void {
    this.joinedChannel = channel;
    if (!this.active || channel === null || channel === this.channel) return;
    this.channel = channel;
    this.hooks.log(`access point moves to channel ${channel}`);
    this.part();
  }

  /** Somebody who has the key wants in. */
  associate(mac: string, ssid: string, key: string): PhoneTrouble | null {
    if (!this.active || ssid !== this.ssid || ssid === "") return "no network";
    if (this.security !== OPEN && (key !== this.key || this.key.length < KEY_OCTETS_MIN)) return "wrong key";
    if (this.stations.includes(mac)) return null;
    if (this.stations.length >= STATIONS_MAX) return "full";
    this.stations.push(mac);
    return null;
  }

  /** DHCP: the address that it had, else the first that is free. */
  lease(mac: string): string | null {
    const known = this.leases.indexOf(mac);
    const index = known >= 0 ? known : this.leases.indexOf(null);
    if (index < 0) return null;
    this.leases[index] = mac;
    this.hooks.log(`${LOCAL_NETWORK}${LEASES_FROM + index} has joined the access point`);
    return `${LOCAL_NETWORK}${LEASES_FROM + index}`;
  }

  leave(mac: string): void {
    const index = this.stations.indexOf(mac);
    if (index >= 0) this.stations.splice(index, 1);
  }

  isAssociated(mac: string): boolean {
    return this.stations.includes(mac);
  }

  /** True for an address of its network. */
  reaches(host: string): boolean {
    return this.active && host.startsWith(LOCAL_NETWORK);
  }

  /** Power-on and reset of the chip. */
  reset(): void {
    if (this.active) this.setActive(false);
    this.joinedChannel = null;
    this.wantedChannel = CHANNEL_DEFAULT;
    this.ssid = this.ssidDefault;
    this.key = KEY_DEFAULT;
    this.security = WPA2;
  }

  /** WLAN.deinit(): off, and without a name or a key until config() gives it one (cyw43_init()). */
  deinit(): void {
    this.setActive(false);
    this.ssid = "";
    this.key = "";
    this.wantedChannel = CHANNEL_DEFAULT;
  }

  get macs(): readonly string[] {
    return this.stations;
  }

  report(): SoftApReport {
    const { active, ssid, key, channel } = this;
    const stations = this.stations.map((mac) => `${LOCAL_NETWORK}${LEASES_FROM + this.leases.indexOf(mac)}`);
    return { active, ssid, key: this.security === OPEN ? "" : key, channel, stations };
  }

  private part(): void {
    this.stations.length = 0;
    this.hooks.parted();
  }

  private judge(): void {
    if (this.ssid === this.ssidDefault || (this.key === KEY_DEFAULT && this.security !== OPEN))
      this.hooks.fault("MicroPython's default access point is on: everybody knows its key");
    else if (this.security !== OPEN && this.key.length < KEY_OCTETS_MIN)
      this.hooks.fault(`the access point's key has ${this.key.length} characters: nobody can join`);
  }
}

function cut(text: string, octets: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, octets));
}
