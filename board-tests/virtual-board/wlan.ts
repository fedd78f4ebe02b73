// The Pico W's Wi-Fi chip in station mode, as MicroPython's network.WLAN shows it (extmod/network_cyw43.c).

import type { AccessPoint, WifiOptions } from "./board-options.ts";
import type { Clock, Scheduled } from "./clock.ts";

/** WLAN.status(), cyw43_tcpip_link_status() of cyw43.h. */
export const LINK = { DOWN: 0, JOINING: 1, NO_ADDRESS: 2, UP: 3, FAILED: -1, NO_NETWORK: -2, WRONG_KEY: -3 } as const;

export class Wlan {
  active = false;
  status: number = LINK.DOWN;
  /** False while the access point is away. */
  private inReach = true;
  private joined: AccessPoint | undefined;
  private step: Scheduled | undefined;

  constructor(
    private readonly clock: Clock,
    readonly options: WifiOptions,
    private readonly onChange: (state: string) => void,
  ) {}

  /** True when packets pass: joined, with an address, and the access point there. */
  get up(): boolean {
    return this.active && this.status === LINK.UP && this.inReach;
  }

  get linkInReach(): boolean {
    return this.inReach;
  }

  setActive(active: boolean): void {
    if (active === this.active) return;
    this.active = active;
    if (!active) this.disconnect();
    this.onChange(active ? "active" : "inactive");
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
    this.setStatus(LINK.DOWN);
  }

  /** Blocks nobody by itself: the shim waits scanMs before it takes this. */
  scan(): AccessPoint[] {
    const { accessPoints } = this.options;
    if (!this.active || !this.inReach) return [];
    return accessPoints === "any" ? [{ ssid: "any", key: "", rssi: -55, channel: 6 }] : accessPoints;
  }

  setAccessPoints(accessPoints: AccessPoint[] | "any"): void {
    this.options.accessPoints = accessPoints;
    if (this.joined && !this.find(this.joined.ssid)) this.setLink(false);
  }

  /** The access point goes away, or comes back; the driver does not join again by itself. */
  setLink(inReach: boolean): void {
    if (inReach === this.inReach) return;
    this.inReach = inReach;
    this.onChange(inReach ? "access point in reach" : "access point away");
    if (!inReach && this.status !== LINK.DOWN) {
      this.cancelStep();
      this.setStatus(LINK.DOWN);
    }
  }

  /** Power-on and reset: the chip starts anew. */
  reset(): void {
    this.cancelStep();
    this.active = false;
    this.joined = undefined;
    this.status = LINK.DOWN;
  }

  rssi(): number {
    return this.joined?.rssi ?? -55;
  }

  private finishJoin(ssid: string, key: string): void {
    const network = this.inReach ? this.find(ssid) : undefined;
    if (!network) return this.setStatus(LINK.NO_NETWORK);
    if (this.options.accessPoints !== "any" && (network.key ?? "") !== key) return this.setStatus(LINK.WRONG_KEY);
    this.joined = network;
    this.setStatus(LINK.NO_ADDRESS);
    this.step = this.clock.in(this.options.dhcpMs, () => this.setStatus(LINK.UP));
  }

  private find(ssid: string): AccessPoint | undefined {
    const { accessPoints } = this.options;
    return accessPoints === "any" ? { ssid, key: null, rssi: -55 } : accessPoints.find((each) => each.ssid === ssid);
  }

  private setStatus(status: number): void {
    if (status === this.status) return;
    this.status = status;
    this.onChange(`status ${status}`);
  }

  private cancelStep(): void {
    if (this.step) this.clock.cancel(this.step);
    this.step = undefined;
  }
}
