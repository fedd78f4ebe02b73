// Does with the radio what the ladder says (domain/network/join-ladder.ts). It is there while there is no network.
import { Timer } from "machine";
import { STAT_NO_AP_FOUND, STAT_WRONG_PASSWORD, type WLAN } from "network";
import type { Millis } from "../../domain/millis.ts";
import { JoinLadder, type JoinStep, type Link, NETWORKS_MAX } from "../../domain/network/join-ladder.ts";
import type { NetworkState } from "../../ports/network.ts";
import type { Watchdog } from "../../ports/watchdog.ts";

/** Joined, without an address (cyw43.h, CYW43_LINK_NOIP); an ESP32 does not tell. */
const STAT_NO_ADDRESS = 2;
/** A look around takes 10 s at most (extmod/network_cyw43.c), in one call: meanwhile a timer feeds, so often at most. */
const FEED_EVERY_MS = 1000;
const FEEDS_MAX = 12;
const NOT_HEARD = -128;

export class WifiJoiner {
  /** There was a look around. */
  hasScanned = false;
  private readonly names: readonly string[];
  private readonly ladder: JoinLadder;
  private feeds = 0;

  /**
   * The other parameters are those of WifiStation.
   * @param turnOn turns the radio on
   * @param isLost the link was up a moment ago
   */
  constructor(
    private readonly wlan: WLAN,
    private readonly turnOn: () => void,
    networks: string,
    private readonly timer: int<-1, 1>,
    private readonly watchdog: Watchdog,
    isLost: boolean,
    now: Millis,
  ) {
    this.names = networks.split("\n");
    this.ladder = new JoinLadder(Math.max(Math.min(this.names.length >> 1, NETWORKS_MAX), 1), isLost, now);
  }

  /** @returns how it is going */
  poll(mayScan: boolean, now: Millis): NetworkState {
    const link = this.link();
    this.take(this.ladder.step(link, mayScan, now), now);
    return link === "no-address" ? link : this.ladder.state;
  }

  /** The link is up and dead. */
  leave(isAgain: boolean, now: Millis): void {
    this.ladder.leave(isAgain, now);
    this.poll(false, now);
  }

  private take(step: JoinStep, now: Millis): void {
    const { wlan } = this;
    switch (step) {
      case "radio-on":
        this.turnOn();
        break;
      case "radio-off":
        // Turning it off alone did not leave the network before MicroPython 1.26.
        wlan.disconnect();
        wlan.active(false);
        break;
      case "scan":
        this.ladder.heard(this.strengths(), now);
        this.hasScanned = true;
        break;
      case "join":
        this.join();
        break;
      default:
        break;
    }
  }

  private join(): void {
    const at = this.ladder.network() * 2;
    const password = this.names[at + 1] ?? "";
    this.wlan.disconnect();
    this.wlan.connect(this.names[at] ?? "", password === "" ? null : password);
  }

  private link(): Link {
    const status = this.wlan.status();
    if (status === STAT_NO_ADDRESS) return "no-address";
    if (status === STAT_WRONG_PASSWORD) return "wrong-key";
    return status === STAT_NO_AP_FOUND ? "no-network" : "joining";
  }

  /** Looks around. @returns how strongly each network is heard, in dBm */
  private strengths(): Int8Array {
    const strengths = new Int8Array(NETWORKS_MAX);
    for (let i = 0; i < NETWORKS_MAX; i++) strengths[i] = NOT_HEARD;
    const feeder = new Timer(this.timer);
    this.feeds = 0;
    this.watchdog.feed();
    feeder.init({ period: FEED_EVERY_MS, mode: Timer.PERIODIC, callback: (_) => this.feed() });
    try {
      for (const [name, , , strength] of this.wlan.scan()) {
        for (let i = 0; i < NETWORKS_MAX; i++) {
          if (isSame(name, this.names[i * 2] ?? "")) strengths[i] = Math.max(strengths[i] ?? NOT_HEARD, strength);
        }
      }
    } catch {
      // The radio is busy: as if nobody had been heard.
    }
    feeder.deinit();
    return strengths;
  }

  private feed(): void {
    this.feeds += 1;
    if (this.feeds <= FEEDS_MAX) this.watchdog.feed();
  }
}

function isSame(octets: ReadonlyUint8Array, name: string): boolean {
  const own = new TextEncoder().encode(name);
  if (own.length !== octets.length || own.length === 0) return false;
  for (let i = 0; i < own.length; i++) if (own[i] !== octets[i]) return false;
  return true;
}

/** The parameters are those of WifiJoiner. */
export function openJoiner(
  wlan: WLAN,
  turnOn: () => void,
  networks: string,
  timer: int<-1, 1>,
  watchdog: Watchdog,
  isLost: boolean,
  now: Millis,
): WifiJoiner {
  return new WifiJoiner(wlan, turnOn, networks, timer, watchdog, isLost, now);
}
