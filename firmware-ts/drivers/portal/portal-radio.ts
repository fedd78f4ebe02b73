// The board's own network: opened by code that is forgotten afterwards (access-point.late.ts).
import { discard } from "late";
import { AP_IF, WLAN } from "network";
import type { OwnNetwork } from "../../ports/portal.ts";
import type { Watchdog } from "../../ports/watchdog.ts";
import { networksAround, openAccessPoint } from "./access-point.late.ts";

export class PortalRadio implements OwnNetwork {
  /**
   * @param region two capital letters
   * @param timer number of a timer that feeds the watchdog while the radio looks around
   */
  constructor(
    private readonly region: string,
    private readonly timer: int<-1, 1>,
    private readonly watchdog: Watchdog,
  ) {}

  open(ssid: string, key: string): string {
    const heard = networksAround(this.region, this.timer, this.watchdog);
    openAccessPoint(ssid, key);
    discard(networksAround);
    return heard;
  }

  phones(): int<0, 255> {
    return Math.min(new WLAN(AP_IF).status("stations").length, 255);
  }

  close(): void {
    new WLAN(AP_IF).active(false);
  }
}
