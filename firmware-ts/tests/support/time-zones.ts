// Zones of the world, by the names of Node's own data and as POSIX writes them, and what those data say of them.

export const EPOCH_MS = Date.UTC(2000, 0, 1);

/** North and south, east and west, half hours, summer time of half an hour, hours beyond a day, none at all. */
export const ZONES: readonly (readonly [name: string, rule: string])[] = [
  ["Europe/Berlin", "CET-1CEST,M3.5.0,M10.5.0/3"],
  ["Europe/London", "GMT0BST,M3.5.0/1,M10.5.0"],
  ["America/New_York", "EST5EDT,M3.2.0,M11.1.0"],
  ["America/St_Johns", "NST3:30NDT,M3.2.0,M11.1.0"],
  ["America/Los_Angeles", "PST8PDT,M3.2.0,M11.1.0"],
  ["America/Santiago", "<-04>4<-03>,M9.1.6/24,M4.1.6/24"],
  ["America/Sao_Paulo", "<-03>3"],
  ["Africa/Johannesburg", "SAST-2"],
  ["Asia/Jerusalem", "IST-2IDT,M3.4.4/26,M10.5.0"],
  ["Asia/Kolkata", "IST-5:30"],
  ["Asia/Kathmandu", "<+0545>-5:45"],
  ["Asia/Tehran", "<+0330>-3:30"],
  ["Asia/Tokyo", "JST-9"],
  ["Australia/Lord_Howe", "<+1030>-10:30<+11>-11,M10.1.0,M4.1.0"],
  ["Australia/Sydney", "AEST-10AEDT,M10.1.0,M4.1.0/3"],
  ["Pacific/Auckland", "NZST-12NZDT,M9.5.0,M4.1.0/3"],
  ["Pacific/Chatham", "<+1245>-12:45<+1345>,M9.5.0/2:45,M4.1.0/3:45"],
];

const formats = new Map<string, Intl.DateTimeFormat>();

/** East of UTC. @param seconds since the beginning of 2000 */
export function offsetMinutesIn(name: string, seconds: number): number {
  const format = formats.get(name) ?? new Intl.DateTimeFormat("en", { timeZone: name, timeZoneName: "longOffset" });
  formats.set(name, format);
  const parts = format.formatToParts(EPOCH_MS + seconds * 1000);
  const text = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "", hours = "0", minutes = "0"] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(text) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
}
