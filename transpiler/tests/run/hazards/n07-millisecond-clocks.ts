// Times in milliseconds since 1970 fit no binary32: every step stays an exact integer.
const t0 = 1700000123456;
console.log(Math.floor(t0 / 1000), t0 % 1000, Math.floor(t0 / 86400000), t0 - 1, t0 + 999);
const clock = (ms: number): string => {
  const s = Math.floor(ms / 1000);
  const parts = [Math.floor(s / 3600) % 24, Math.floor(s / 60) % 60, s % 60].map((p) => `${p}`.padStart(2, "0"));
  return `${parts.join(":")}.${`${ms % 1000}`.padStart(3, "0")}`;
};
for (const t of [0, 999, 1000, 59999, 86399999, t0, t0 + 86400000]) console.log(t, clock(t));
const since = (then: number, now: number): string => {
  const minutes = Math.floor((now - then) / 60000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  if (minutes < 1440) return `${Math.floor(minutes / 60)} h ago`;
  return `${Math.floor(minutes / 1440)} d ago`;
};
console.log([0, 59999, 60000, 3599999, 3600000, 86400000 * 3].map((d) => since(t0, t0 + d)).join(", "));
const stamps = [t0 + 2, t0, t0 + 1];
stamps.sort((a, b) => a - b);
console.log(stamps.map((s) => s - t0).join(), stamps[2] === t0 + 2, Math.max(...stamps) - Math.min(...stamps));
