let ticks = 41;
export function now(): number {
  ticks += 1;
  return ticks;
}
