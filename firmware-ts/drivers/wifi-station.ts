// The network port on the board's radio. While the link is up this looks on; the code that joins is loaded when there is
// something to join, and forgotten afterwards (network/wifi-joiner.late.ts).
import { discard, loadNext } from "late";
import { PWRON_RESET, reset_cause } from "machine";
import { country, STA_IF, WLAN } from "network";
import type { Millis } from "../domain/millis.ts";
import type { Network, NetworkState } from "../ports/network.ts";
import type { Watchdog } from "../ports/watchdog.ts";
import type { Lookup } from "./network/lookup.ts";
import { openJoiner, type WifiJoiner } from "./network/wifi-joiner.late.ts";

const LOOK_EVERY_MS = 250;
/** A link that has been up for so long is not lost again at once. */
const STEADY_MS = 10000;
/** Nothing has come from the network for so long though it was asked: the link is up and dead. Then 6 min, 24 min, 1 h. */
const DEAF_MS = 90000;
const DEAF_MS_MAX = 3600000;
/** A restart can free a radio that hangs. It must not become a habit while the access point is switched off. */
const RESTART_MS = 300000;
const RESTART_AGAIN_MS = 21600000;
/** After so long with a network the next failure is a new one. */
const FRESH_MS = 3600000;

export class WifiStation implements Network {
  private readonly wlan = new WLAN(STA_IF);
  private current: NetworkState = "off";
  private joiner: WifiJoiner | null = null;
  private lookedAt: Millis = 0;
  /** Since when the link has been up, or has not. */
  private since: Millis = 0;
  private isFresh = reset_cause() === PWRON_RESET;
  private deafMs = DEAF_MS;
  private isScanTold = true;

  /**
   * Turns the radio on, which takes 0.4 s; its LED needs it, too.
   * @param networks name and password of each, a line each; the password of an open one is empty
   * @param region two capital letters
   * @param address the board's own, mask, gateway and name server, with commas between; "" those that DHCP gives
   * @param timer number of a timer that feeds the watchdog while the radio looks around
   */
  constructor(
    private readonly networks: string,
    private readonly region: string,
    private readonly address: string,
    private readonly timer: int<-1, 1>,
    private readonly watchdog: Watchdog,
    private readonly lookup: Lookup,
  ) {
    this.turnOn();
  }

  state(): NetworkState {
    return this.current;
  }

  hasScanned(): boolean {
    const isNews = !this.isScanTold;
    this.isScanTold = true;
    return isNews;
  }

  isRestartDue(now: Millis): boolean {
    // A radio that is told that its password is wrong works.
    if (this.current === "up" || this.current === "wrong-key") return false;
    return now - this.since >= (this.isFresh ? RESTART_MS : RESTART_AGAIN_MS);
  }

  poll(now: Millis, isQuiet: boolean): void {
    if (this.current === "up") this.lookup.poll(isQuiet, now);
    if (this.current !== "off" && now - this.lookedAt < LOOK_EVERY_MS) return;
    this.lookedAt = now;
    if (this.current !== "off" && this.wlan.isconnected()) this.stay(now);
    else this.join(isQuiet, now);
  }

  private stay(now: Millis): void {
    if (this.current !== "up") this.since = now;
    this.current = "up";
    if (now - this.since >= FRESH_MS) this.isFresh = true;
    const { deafSince } = this.lookup;
    if (deafSince === 0) this.deafMs = DEAF_MS;
    else if (now - Math.max(deafSince, this.since) >= this.deafMs) this.leave(now);
    if (this.joiner !== null && now - this.since >= STEADY_MS) this.drop();
  }

  /** The link is up and carries nothing: joins anew. */
  private leave(now: Millis): void {
    if (!this.isLoaded(now)) return;
    this.joiner?.leave(this.deafMs > DEAF_MS, now);
    this.deafMs = Math.min(this.deafMs * 4, DEAF_MS_MAX);
    this.lookup.drop();
    this.since = now;
    this.current = "joining";
  }

  private join(isQuiet: boolean, now: Millis): void {
    if (this.current === "up") {
      this.since = now;
      this.current = "joining";
      this.lookup.drop();
    }
    if (!this.isLoaded(now) || this.joiner === null) return;
    const { joiner } = this;
    this.current = joiner.poll(isQuiet, now);
    if (joiner.hasScanned) this.isScanTold = false;
    joiner.hasScanned = false;
  }

  /** Loads a part of what joins. @returns whether all of it is there */
  private isLoaded(now: Millis): boolean {
    if (this.joiner !== null) return true;
    if (!loadNext(openJoiner)) return false;
    const { current, networks, timer, watchdog, wlan } = this;
    this.joiner = openJoiner(wlan, () => this.turnOn(), networks, timer, watchdog, current !== "off", now);
    return true;
  }

  private turnOn(): void {
    const { address, region, wlan } = this;
    country(region);
    wlan.active(true);
    // With power save the link goes dead after idle minutes.
    wlan.config({ pm: WLAN.PM_NONE });
    if (address !== "") wlan.ifconfig(address.split(","));
  }

  private drop(): void {
    this.joiner = null;
    discard(openJoiner);
  }
}
