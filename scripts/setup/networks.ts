// Networks that the board's radio hears, as a list to choose from.
import { printable } from "./value-text.ts";

export interface Network {
  readonly ssid: string;
  readonly dbm: number;
  readonly isLocked: boolean;
}

/** As the setup page has it. */
const NETWORKS_MAX = 16;
const NAME_COLUMNS = 24;
/** Signal in dBm from which on there are one to four bars. */
const BARS: readonly number[] = [-85, -75, -67, -55];

/** What scan.py answers: the strongest first. Names that are not UTF-8 cannot stand in the settings. */
export function networksIn(answer: unknown): Network[] {
  const networks = (answer as [string, number, boolean][]).flatMap(([hex, dbm, isLocked]) => {
    const ssid = Buffer.from(hex, "hex").toString("utf8");
    return Buffer.from(ssid).toString("hex") === hex ? { ssid, dbm, isLocked } : [];
  });
  return networks.sort((a, b) => b.dbm - a.dbm).slice(0, NETWORKS_MAX);
}

/** One line of the list. */
export function networkLine({ ssid, dbm, isLocked }: Network): string {
  const bars = BARS.map((from, n) => (dbm >= from ? "▂▄▆█"[n] : " ")).join("");
  return `${printable(ssid).padEnd(NAME_COLUMNS)} ${bars} ${`${dbm}`.padStart(4)} dBm  ${isLocked ? "password" : "open"}`;
}
