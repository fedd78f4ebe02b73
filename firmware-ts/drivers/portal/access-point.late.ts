// What is done with the radio before the portal serves: a look around, for the page's list, and the access point. Loaded for the
// beginning of setup mode, and forgotten then.
import { Timer } from "machine";
import { AP_IF, country, STA_IF, WLAN } from "network";
import { type HeardNetwork, hear, networksJson } from "../../domain/portal/heard-networks.ts";
import type { Watchdog } from "../../ports/watchdog.ts";

/** A look around takes 10 s at most (extmod/network_cyw43.c), in one call: meanwhile a timer feeds, so often at most. */
const FEED_EVERY_MS = 1000;
const FEEDS_MAX = 12;

class Feeder {
  private feeds = 0;

  constructor(private readonly watchdog: Watchdog) {}

  feed(): void {
    this.feeds += 1;
    if (this.feeds <= FEEDS_MAX) this.watchdog.feed();
  }
}

/**
 * Looks around: before the access point is on, as the radio has one channel, and phones lose who is away for seconds.
 * @param timer number of a timer
 * @returns JSON: the networks that were heard
 */
export function networksAround(region: string, timer: int<-1, 1>, watchdog: Watchdog): string {
  const networks: HeardNetwork[] = [];
  const station = new WLAN(STA_IF);
  country(region);
  station.active(true);
  const feeder = new Feeder(watchdog);
  const clock = new Timer(timer);
  clock.init({ period: FEED_EVERY_MS, mode: Timer.PERIODIC, callback: (_) => feeder.feed() });
  try {
    for (const [name, , , strength, security] of station.scan()) hear(networks, name, strength, security !== 0);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    // The radio is busy: as if nobody had been heard.
  }
  clock.deinit();
  return networksJson(networks);
}

/** Name, key and security stand before it is on: what MicroPython has by itself has a key that everybody knows. */
export function openAccessPoint(ssid: string, key: string): void {
  const accessPoint = new WLAN(AP_IF);
  accessPoint.config({ ssid, key, security: WLAN.SEC_WPA_WPA2 });
  accessPoint.active(true);
  // With power save phones lose the board.
  accessPoint.config({ pm: WLAN.PM_NONE });
  // What goes to neither network takes the interface that was turned on last (lwIP's default one, netif_set_default() in cyw43_lwip.c):
  // once the test before saving turns the station on again, that is the one that leads to the internet.
  new WLAN(STA_IF).active(false);
}
