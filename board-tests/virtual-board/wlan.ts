// The station of the Pico W's Wi-Fi chip, as MicroPython's network.WLAN shows it (extmod/network_cyw43.c).

import { type AccessPoint, NO_WIFI_FAULTS, type WifiFaults, type WifiOptions } from "./board-options.ts";
import type { Clock, Scheduled } from "./clock.ts";

/** WLAN.status(), cyw43_tcpip_link_status() of cyw43.h. */
export const LINK = { DOWN: 0, JOINING: 1, NO_ADDRESS: 2, UP: 3, FAILED: -1, NO_NETWORK: -2, WRONG_KEY: -3 } as const;

/** Of a network that does not say. */
const CHANNEL_DEFAULT = 6;

export class Wlan {
  active = false;
  status: number = LINK.DOWN;
  readonly faults: WifiFaults = { ...NO_WIFI_FAULTS };
  /** Set by the board in place of DHCP: address, mask, gateway, name server. */
  private own: string[] | undefined;
  /** False while the access point is away. */
  private inReach = true;
  private joined: AccessPoint | undefined;
  private tunedTo: number | null = null;
  private step: Scheduled | undefined;

  constructor(
    private readonly clock: Clock,
    readonly options: WifiOptions,
    private readonly onChange: (state: string) => void,
  ) {}

  /** True when packets pass: joined, with an address, and the access point there. */
  get up(): boolean {
    return this.hasRoute && this.inReach && !this.faults.dead;
  }

  /** True when the interface says so. */
  get hasRoute(): boolean {
    return this.active && this.status === LINK.UP;
  }

  get linkInReach(): boolean {
    return this.inReach;
  }

  /** The network that is joined; "" none. */
  get ssid(): string {
    return this.status === LINK.UP ? (this.joined?.ssid ?? "") : "";
  }

  /** On which the radio speaks with a network, even if that refuses its key; null: with none. */
  get channel(): number | null {
    return this.tunedTo;
  }

  /** Address, mask, gateway, name server. */
  get addresses(): string[] {
    if (this.own) return this.own;
    const { address, nameServer } = this.options;
    return this.status === LINK.UP ? [address, "255.255.255.0", "10.0.0.1", nameServer] : Array(4).fill("0.0.0.0");
  }

  setActive(active: boolean): void {
    if (active === this.active) return;
    this.active = active;
    this.own = undefined;
    if (!active) this.disconnect();
    if (this.faults.hangs === "radio" && !active) this.faults.hangs = null;
    this.onChange(active ? "active" : "inactive");
  }

  /** WLAN.ifconfig(): no DHCP from now on. */
  setAddresses(addresses: string[]): void {
    this.own = addresses;
    this.onChange(`address ${addresses[0]}`);
  }

  /** DHCP gives another address than before. */
  changeAddress(address: string): void {
    this.options.address = address;
    this.onChange(`address ${address}`);
  }

  /** Joins in the background. */
  connect(ssid: string, key: string): void {
    if (!this.active) return;
    this.cancelStep();
    this.setStatus(LINK.JOINING);
    this.step = this.clock.in(this.options.joinMs, () => this.finishJoin(ssid, key));
  }

  disconnect(): void {
    this.cancelStep();
    this.joined = undefined;
    this.tunedTo = null;
    this.faults.dead = false;
    this.setStatus(LINK.DOWN);
  }

  /** Blocks nobody by itself: the shim waits scanMs before it takes this. */
  scan(): AccessPoint[] {
    const { accessPoints } = this.options;
    if (!this.active || !this.inReach) return [];
    if (accessPoints === "any") return [{ ssid: "any", key: "", rssi: -55, channel: CHANNEL_DEFAULT }];
    return accessPoints.map((each) => (each.hidden ? { ...each, ssid: "" } : each));
  }

  setAccessPoints(accessPoints: AccessPoint[] | "any"): void {
    this.options.accessPoints = accessPoints;
    if (this.joined && !this.find(this.joined.ssid)) this.lose();
  }

  /** The access point goes away, or comes back; the driver does not join again by itself. */
  setLink(inReach: boolean): void {
    if (inReach === this.inReach) return;
    this.inReach = inReach;
    this.onChange(inReach ? "access point in reach" : "access point away");
    if (!inReach) this.lose();
  }

  /** Power-on and reset: the chip starts anew. */
  reset(): void {
    this.cancelStep();
    this.active = false;
    this.joined = undefined;
    this.tunedTo = null;
    this.own = undefined;
    this.faults.hangs = null;
    this.status = LINK.DOWN;
  }

  rssi(): number {
    return this.joined?.rssi ?? -55;
  }

  private lose(): void {
    if (this.status === LINK.DOWN) return;
    this.cancelStep();
    this.tunedTo = null;
    this.setStatus(LINK.DOWN);
  }

  private finishJoin(ssid: string, key: string): void {
    const { faults } = this;
    if (faults.stuckAt === LINK.JOINING) return;
    const network = this.inReach && faults.hangs === null ? this.find(ssid) : undefined;
    if (!network) return this.setStatus(LINK.NO_NETWORK);
    this.tunedTo = network.channel ?? CHANNEL_DEFAULT;
    const isWrong = this.options.accessPoints !== "any" && (network.key ?? "") !== key;
    if (isWrong || faults.refusals > 0) {
      faults.refusals = Math.max(faults.refusals - 1, 0);
      return this.setStatus(LINK.WRONG_KEY);
    }
    this.joined = network;
    if (this.own) return this.setStatus(LINK.UP);
    this.setStatus(LINK.NO_ADDRESS);
    if (faults.stuckAt === LINK.NO_ADDRESS) return;
    this.step = this.clock.in(this.options.dhcpMs, () => this.setStatus(LINK.UP));
  }

  private find(ssid: string): AccessPoint | undefined {
    const { accessPoints } = this.options;
    return accessPoints === "any" ? { ssid, key: null, rssi: -55 } : accessPoints.find((each) => each.ssid === ssid);
  }

  private setStatus(status: number): void {
    if (status === this.status) return;
    this.status = status;
    this.onChange(status === LINK.UP ? `status 3, ${this.joined?.ssid}` : `status ${status}`);
  }

  private cancelStep(): void {
    if (this.step) this.clock.cancel(this.step);
    this.step = undefined;
  }
}
