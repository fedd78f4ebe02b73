// Moments with the offset of this machine's time zone, as an SMS carries them.

/** ISO 8601 in local time with seconds and offset: 2026-11-22T09:30:45+01:00. */
export function isoWithOffset(date: Date): string {
  const offsetMinutes = -date.getTimezoneOffset();
  const local = new Date(date.getTime() + offsetMinutes * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offsetMinutes);
  const digits = (value: number): string => String(value).padStart(2, "0");
  return `${local}${offsetMinutes < 0 ? "-" : "+"}${digits(Math.floor(size / 60))}:${digits(size % 60)}`;
}
