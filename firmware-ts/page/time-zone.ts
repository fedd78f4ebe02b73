// The phone's own time zone, as POSIX writes it: found by asking the browser for its offsets of ten years, as it knows zones by their
// names alone. What those offsets do not say is not guessed.

/** The setting. */
export const ZONE = "time_zone";
const NONE = "UTC0";
const YEARS = 10;
/** Offsets change on the half hour. */
const STEP_MS = 1800000;
const MINUTE_MS = 60000;
const DAY_MS = 86400000;

/** `[-]h[:mm]` */
function hoursOf(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : ""}${Math.trunc(size / 60)}${`:${size % 60}`.replace(":0", "")}`;
}

/**
 * The rule that changes of so many years follow; "" none. The day before a last Sunday is that Sunday with hours below zero, and so on.
 * @param walls what clocks showed before each, as if it were UTC
 */
function ruleOf(walls: readonly number[]): string {
  // Half days: of each day first the last week of its month, then weeks as they are counted.
  for (let half = -2; half < 14; half++) {
    const days = half >> 1;
    const [rule, other] = new Set(
      walls.map((wall) => {
        const day = new Date(wall - days * DAY_MS);
        const date = day.getUTCDate();
        const isLast = new Date(+day + 7 * DAY_MS).getUTCDate() < date;
        // What is in no last week shares its rule with no other.
        const week = half & 1 ? Math.ceil(date / 7) : isLast ? 5 : wall;
        const minutes = (wall % DAY_MS) / MINUTE_MS + days * 1440;
        return `,M${day.getUTCMonth() + 1}.${week}.${day.getUTCDay()}/${hoursOf(minutes)}`;
      }),
    );
    if (!other && walls[YEARS - 1]) return rule;
  }
  return "";
}

/** UTC0 where the offsets of the years to come follow no rule. */
function phoneZone(): string {
  const year = new Date().getFullYear();
  const offsets = new Set<number>();
  const begins: number[] = [];
  const ends: number[] = [];
  // Unknown at first, which is no difference.
  let before!: number;
  for (let at = Date.UTC(year); at < Date.UTC(year + YEARS); at += STEP_MS) {
    const offset = -new Date(at).getTimezoneOffset();
    if (offset - before) (offset > before ? begins : ends).push(at + before * MINUTE_MS);
    offsets.add(offset);
    before = offset;
  }
  const standard = Math.min(...offsets);
  const zone = `${standard ? "STD" : "UTC"}${hoursOf(-standard)}`;
  if (offsets.size < 2) return zone;
  const [begin, end] = [ruleOf(begins), ruleOf(ends)];
  return begin && end && offsets.size < 3 ? `${zone}DST${hoursOf(-Math.max(...offsets))}${begin}${end}` : NONE;
}

export const PHONE = phoneZone();

/** What may be chosen: that zone, the phone's by its name, and none. */
export function zoneChoices(zone: string): HTMLElement[] {
  const names = { [zone]: zone, [PHONE]: Intl.DateTimeFormat().resolvedOptions().timeZone, [NONE]: "UTC" };
  return Object.entries(names).map(([value, name]) => new Option(name, value));
}
