// How long the service centre tries to deliver: the validity period TP-VP in its relative form (3GPP TS 23.040
// 9.2.3.12.1), one octet.

const HALF_DAY_MINUTES = 720;
const DAY_MINUTES = 1440;
const WEEK_MINUTES = 10080;
const WEEKS_MAX = 63;

/**
 * The octet for a period, rounded down to what it can say, so that nothing arrives after its time: 5 minutes (which also
 * stand for less) to 63 weeks (which also stand for more).
 */
export function validityPeriodOf(minutes: int<0, 100000000>): u8 {
  if (minutes <= HALF_DAY_MINUTES) return Math.max(Math.floor(minutes / 5) - 1, 0);
  if (minutes < DAY_MINUTES) return 143 + Math.floor((minutes - HALF_DAY_MINUTES) / 30);
  const weeks = Math.floor(minutes / WEEK_MINUTES);
  if (weeks >= 5) return 192 + Math.min(weeks, WEEKS_MAX);
  return 166 + Math.min(Math.floor(minutes / DAY_MINUTES), 30);
}
