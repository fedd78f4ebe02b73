// The time that the network tells (NITZ) and the modem's own clock: after registering, with AT+CLTS=1, and AT+CCLK?.
// Sources: AT Command Manual V1.12 3.2.9 (AT+CCLK), 3.2.69 (AT+CLTS); *PSUTTZ is UTC, AT+CCLK? is local.

import type { Clock } from "../../virtual-board/clock.ts";
import type { Modem } from "./modem.ts";
import type { Sim800Settings } from "./settings.ts";

/** The clock of a modem that was never set [f]. */
const NEVER_SET_MS = Date.UTC(2004, 0, 1);

/** What the service centre's stamps count from where the network tells modems no time. */
const SILENT_NETWORK_MS = Date.UTC(2026, 0, 1);

const QUARTER_MS = 15 * 60_000;

export class NetworkClock {
  /** Local time at the clock's zero, in ms since 1970, and its offset in quarters of an hour. */
  private local = { zeroMs: NEVER_SET_MS, quarters: 0 };

  constructor(
    private readonly clock: Clock,
    private readonly settings: Pick<Sim800Settings, "networkEpochMs" | "networkOffsetMinutes">,
  ) {}

  /** Runs `action` in `ms`, whatever becomes of the modem meanwhile: the network goes on. */
  later(ms: number, action: () => void): void {
    this.clock.in(ms, action);
  }

  /** A moment of the network as ISO 8601 with its offset, for the stamps of messages. */
  stamp(atMs: number): string {
    const { networkEpochMs, networkOffsetMinutes: offset } = this.settings;
    const localMs = (networkEpochMs ?? SILENT_NETWORK_MS) + atMs + offset * 60_000;
    const twoDigits = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, "0");
    const zone = `${offset < 0 ? "-" : "+"}${twoDigits(offset / 60)}:${twoDigits(offset % 60)}`;
    return `${new Date(localMs).toISOString().slice(0, 19)}${zone}`;
  }

  /** The modem lost its power, and with it the time. */
  forget(): void {
    this.local = { zeroMs: NEVER_SET_MS, quarters: 0 };
  }

  /** Sets the modem's clock to `localMs` (since 1970) with an offset in quarters of an hour. */
  set(localMs: number, quarters: number): void {
    this.local = { zeroMs: localMs - this.clock.now(), quarters };
  }

  /** `yy/MM/dd,hh:mm:ss±zz` of AT+CCLK?. */
  text(): string {
    const { zeroMs, quarters } = this.local;
    const [day = "", time = ""] = new Date(zeroMs + this.clock.now()).toISOString().slice(2, 19).split("T");
    return `${day.replaceAll("-", "/")},${time}${quarters < 0 ? "-" : "+"}${String(Math.abs(quarters)).padStart(2, "0")}`;
  }

  /** The network tells its time: the modem's clock is set, and UTC and offset are returned; null if it tells none. */
  told(): { utcMs: number; quarters: number } | null {
    const { networkEpochMs, networkOffsetMinutes } = this.settings;
    if (networkEpochMs === null) return null;
    const utcMs = networkEpochMs + this.clock.now();
    const quarters = Math.round(networkOffsetMinutes / 15);
    this.set(utcMs + quarters * QUARTER_MS, quarters);
    return { utcMs, quarters };
  }
}

/** What the modem says of itself when the network tells the time and AT+CLTS=1 (AT+CTZU=1, AT+CTZR=1) asked for it. */
export function networkTimeLines(modem: Modem): string[] {
  const { clts, ctzr } = modem.profile;
  const told = clts === 1 ? modem.networkClock.told() : null;
  if (!told) return [];
  const zone = `${told.quarters < 0 ? "-" : "+"}${Math.abs(told.quarters)}`;
  if (modem.settings.model !== "sim800") return ctzr > 0 ? [`+CTZV: ${zone}`] : [];
  const numbers = new Date(told.utcMs).toISOString().slice(0, 19).split(/[-T:]/).map(Number);
  const lines = [`*PSUTTZ: ${numbers.join(",")},"${zone}",0`, `+CTZV: "${zone}"`, "DST: 0"];
  return modem.settings.behaviour.networkTimeTwice ? [...lines, ...lines] : lines;
}
