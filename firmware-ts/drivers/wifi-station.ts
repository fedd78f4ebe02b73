// The network port on the board's radio. Nothing joins again by itself after a lost link, so this does: again after
// 15 s without one, and after three of those with the radio switched off in between.
import { country, STA_IF, STAT_NO_AP_FOUND, STAT_WRONG_PASSWORD, WLAN } from "network";
import type { Millis } from "../domain/millis.ts";
import type { Network, NetworkState } from "../ports/network.ts";

const LOOK_EVERY_MS = 250;
const JOIN_AGAIN_MS = 15000;
const RADIO_OFF_MS = 2000;
/** One refusal can be a hiccup of a good password: only so many in a row count. */
const REFUSALS_MIN = 3;
const ATTEMPTS_BEFORE_POWER_CYCLE = 3;

export class WifiStation implements Network {
  private readonly wlan = new WLAN(STA_IF);
  private current: NetworkState = "off";
  private lookedAt: Millis = 0;
  private since: Millis = 0;
  private attempts = 0;
  private refusals = 0;
  private isStarted = false;

  /**
   * @param password "" for an open network
   * @param region two capital letters
   */
  constructor(
    private readonly ssid: string,
    private readonly password: string,
    private readonly region: string,
  ) {}

  state(): NetworkState {
    return this.current;
  }

  poll(now: Millis): void {
    if (!this.isStarted) {
      if (this.attempts === 0 || now - this.since >= RADIO_OFF_MS) this.start(now);
      return;
    }
    if (now - this.lookedAt < LOOK_EVERY_MS) return;
    this.lookedAt = now;
    if (this.wlan.isconnected()) {
      this.current = "up";
      this.since = now;
      this.attempts = 1;
      this.refusals = 0;
    } else if (this.current === "up") {
      this.current = "joining";
    } else if (now - this.since >= JOIN_AGAIN_MS) {
      this.joinAgain(now);
    }
  }

  private start(now: Millis): void {
    country(this.region);
    this.wlan.active(true);
    // With power save the link goes dead after idle minutes.
    this.wlan.config({ pm: WLAN.PM_NONE });
    this.isStarted = true;
    this.join(now);
  }

  private join(now: Millis): void {
    this.attempts += 1;
    this.since = now;
    if (this.current === "off") this.current = "joining";
    const { password } = this;
    this.wlan.connect(this.ssid, password === "" ? null : password);
  }

  private joinAgain(now: Millis): void {
    this.note(this.wlan.status());
    this.wlan.disconnect();
    if (this.attempts <= ATTEMPTS_BEFORE_POWER_CYCLE) {
      this.join(now);
      return;
    }
    this.wlan.active(false);
    this.isStarted = false;
    this.attempts = 1;
    this.since = now;
  }

  private note(status: number): void {
    this.refusals = status === STAT_WRONG_PASSWORD ? this.refusals + 1 : 0;
    if (this.refusals >= REFUSALS_MIN) this.current = "wrong-key";
    else this.current = status === STAT_NO_AP_FOUND ? "no-network" : "joining";
  }
}
