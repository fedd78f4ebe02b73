// The Pico W's radio with both of its interfaces: the station and the board's own access point, which share one channel, and
// whoever is in reach of the latter. It knows which interface a packet takes.
import { Air } from "../models/access-point/air.ts";
import type { BoardTcp } from "../models/access-point/board-tcp.ts";
import { type GuestEvent, Guests } from "../models/access-point/guests.ts";
import type { PhoneEvent, PhoneEventBody } from "../models/access-point/phone-messages.ts";
import { Phones } from "../models/access-point/phones.ts";
import { SoftAp, type SoftApReport } from "../models/access-point/soft-ap.ts";
import type { WifiOptions } from "./board-options.ts";
import type { SimClock } from "./clock.ts";
import { Wlan } from "./wlan.ts";

export interface RadioHooks {
  log(state: string): void;
  fault(text: string): void;
  /** The station's link carries packets again. */
  cameUp(): void;
  /** The access point's interface is gone, and the connections by it. */
  localDown(): void;
  phone(event: PhoneEvent): void;
  guest(event: GuestEvent): void;
}

export interface RadioReport {
  wifi: { active: boolean; status: number; link: boolean; ssid: string; address: string };
  accessPoint: SoftApReport;
}

export class Radio {
  readonly wlan: Wlan;
  readonly softAp: SoftAp;
  readonly phones: Phones;
  readonly guests: Guests;
  /** lwIP's default interface: the one that came last, even if it is gone (cyw43_lwip.c, netif_set_default()). */
  private defaultInterface: "station" | "access-point" | null = null;
  private stationActive = false;

  constructor(
    clock: SimClock,
    options: WifiOptions,
    uniqueId: string,
    board: BoardTcp,
    private readonly hooks: RadioHooks,
  ) {
    this.wlan = new Wlan(clock, options, (state) => this.stationChanged(state));
    this.softAp = new SoftAp(uniqueId, {
      changed: (on) => this.localChanged(on),
      parted: () => this.parted(),
      log: (state) => hooks.log(state),
      fault: (text) => hooks.fault(text),
    });
    const air = new Air(clock, options.airMs);
    const { softAp } = this;
    const tell = (event: PhoneEventBody) => {
      hooks.phone({ ...event, atMs: clock.now() } as PhoneEvent);
      clock.noteEvent();
    };
    this.phones = new Phones({ clock, air, softAp, board, returnMs: options.phonesReturnMs, tell });
    this.guests = new Guests({
      clock,
      air,
      softAp,
      board,
      stationAddress: () => (this.wlan.up ? (this.wlan.addresses[0] ?? null) : null),
      tell: (event) => hooks.guest(event),
    });
  }

  /** The chip has power: its LED works. */
  get isOn(): boolean {
    return this.wlan.active || this.softAp.active;
  }

  /** By which interface a packet to `host` goes (lwIP's ip4_route()): that of the same network, else the default one. */
  routeTo(host: string): "station" | "nowhere" | null {
    if (this.softAp.reaches(host)) return "nowhere";
    const own = this.wlan.addresses[0] ?? "";
    const isNeighbour = host.replace(/\d+$/, "") === own.replace(/\d+$/, "");
    if (this.wlan.hasRoute && (isNeighbour || this.defaultInterface === "station")) return "station";
    return this.defaultInterface === "access-point" && this.softAp.active ? "nowhere" : null;
  }

  deliver(host: string, port: number, fromPort: number, bytes: Uint8Array): boolean {
    return this.phones.deliver(host, port, bytes) || this.guests.deliver(host, port, fromPort, bytes);
  }

  reset(): void {
    this.wlan.reset();
    this.stationActive = false;
    this.softAp.reset();
    this.guests.lose();
    this.defaultInterface = null;
  }

  report(): RadioReport {
    const { active, status, linkInReach, ssid, addresses } = this.wlan;
    return {
      wifi: { active, status, link: linkInReach, ssid, address: addresses[0] ?? "" },
      accessPoint: this.softAp.report(),
    };
  }

  private stationChanged(state: string): void {
    this.hooks.log(state);
    const { active } = this.wlan;
    if (active !== this.stationActive) this.interfaceChanged("station", active);
    this.stationActive = active;
    this.softAp.stationOn(this.wlan.channel);
    if (this.wlan.up) this.hooks.cameUp();
  }

  private localChanged(on: boolean): void {
    this.interfaceChanged("access-point", on);
    if (!on) this.hooks.localDown();
    this.hooks.guest({ event: "access-point", on });
  }

  private parted(): void {
    this.phones.lose();
    this.guests.lose();
  }

  private interfaceChanged(which: "station" | "access-point", on: boolean): void {
    if (on) this.defaultInterface = which;
  }
}
