// The time that the network tells (NITZ): after registering, with AT+CLTS=1, and in AT+CCLK?.

import type { Modem } from "./modem.ts";

/** The clock of a modem that was never set [f]. */
const NEVER_SET_MS = Date.UTC(2004, 0, 1);

/** The network's time in ms since 1970, or undefined if it tells none. */
function networkTimeMs(modem: Modem): number | undefined {
  const { networkEpochMs } = modem.settings;
  return networkEpochMs === null ? undefined : networkEpochMs + modem.now();
}

/** What the modem says of itself when the network tells the time; *PSUTTZ is UTC (manual 2.2.37). */
export function networkTimeLines(modem: Modem): string[] {
  const timeMs = networkTimeMs(modem);
  if (timeMs === undefined) return [];
  const numbers = new Date(timeMs).toISOString().slice(0, 19).split(/[-T:]/).map(Number);
  return [`*PSUTTZ: ${numbers.join(",")},"+0",0`, "DST: 0"];
}

/** `yy/MM/dd,hh:mm:ss+zz` of AT+CCLK?, local time with its offset in quarters of an hour. */
export function clockText(modem: Modem): string {
  const told = modem.profile.clts === 1 && modem.radio.registered ? networkTimeMs(modem) : undefined;
  const [day = "", time = ""] = new Date(told ?? NEVER_SET_MS + modem.now()).toISOString().slice(2, 19).split("T");
  return `${day.replaceAll("-", "/")},${time}+00`;
}
