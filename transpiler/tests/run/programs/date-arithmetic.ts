// Dates without Date: days since 1970 to year, month and day and back, weekdays, leap years, calendars, durations.
interface CivilDate {
  readonly year: int<-9999, 9999>;
  readonly month: int<1, 12>;
  readonly day: int<1, 31>;
}
type Days = int<-4000000, 4000000>;
function daysFromCivil({ year, month, day }: CivilDate): Days {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const days = era * 146097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719468;
  return Math.min(Math.max(days, -4000000), 4000000);
}
function civilFromDays(days: Days): CivilDate {
  const z = days + 719468;
  const era = Math.floor(z / 146097);
  const doe = z - era * 146097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = Math.min(Math.max(mp < 10 ? mp + 3 : mp - 9, 1), 12);
  const year = Math.min(Math.max(yoe + era * 400 + (month <= 2 ? 1 : 0), -9999), 9999);
  return { year, month, day: Math.min(Math.max(doy - Math.floor((153 * mp + 2) / 5) + 1, 1), 31) };
}
const pad = (n: number, width = 2): string => `${n}`.padStart(width, "0");
const iso = ({ year, month, day }: CivilDate): string => `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
const weekday = (days: Days): string => ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((days % 7) + 7) % 7];
for (const days of [0, -1, 59, 365, 10957, 11016, 19723, 24837, -719162]) {
  const date = civilFromDays(days);
  console.log(days, iso(date), weekday(days), daysFromCivil(date) === days);
}
const isLeap = (y: number): boolean => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
function addMonths({ year, month, day }: CivilDate, count: int<-1200, 1200>): CivilDate {
  const total = year * 12 + month - 1 + count;
  const y = Math.min(Math.max(Math.floor(total / 12), -9999), 9999);
  const m = (((total % 12) + 12) % 12) + 1;
  return {
    year: y,
    month: m,
    day: Math.min(day, m === 2 ? (isLeap(y) ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31),
  };
}
console.log(
  [1, 2, 12, -11, 25].map((n) => iso(addMonths({ year: 2024, month: 1, day: 31 }, n))).join(" "),
  [1900, 2000, 2023, 2024].map(isLeap).join(),
);
const stamp = (epochSeconds: int<-100000000, 10000000000>): string => {
  const days = Math.floor(epochSeconds / 86400);
  const rest = epochSeconds - days * 86400;
  return `${iso(civilFromDays(Math.min(days, 4000000)))}T${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}Z`;
};
for (const s of [0, 1700000000, 951782399, 4294967295, -1]) console.log(s, stamp(s));
