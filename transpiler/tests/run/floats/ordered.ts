// Sorting floats, and what else compares them.
const f = Math.fround;
const readings: float[] = [f(2.5), f(-1.25), 0, f(1e-30), f(1e10), f(-1e-30), f(2.4999998), 3, f(-7.5), f(0.1)];
const show = (xs: readonly float[]): string => xs.map((x) => x.toFixed(2)).join(" ");
console.log(show([...readings].sort((a, b) => a - b)));
console.log(show(readings.toSorted((a, b) => b - a)));
console.log(show([...readings].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))));
interface Place {
  readonly name: string;
  readonly distance: float;
}
const places: Place[] = [
  { name: "north", distance: 4.5 },
  { name: "south", distance: f(0.1) },
  { name: "east", distance: 4.5 },
  { name: "west", distance: f(4.4999995) },
];
console.log(
  places
    .toSorted((a, b) => a.distance - b.distance)
    .map((place) => place.name)
    .join(),
);
places.sort((a, b) => b.distance - a.distance);
console.log(places.map((place) => place.name).join());
const absolute = [...readings].sort((a, b) => Math.abs(a) - Math.abs(b));
console.log(show(absolute));
const median = (xs: readonly float[]): float => {
  const sorted = xs.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 0 ? f(f(low + high) / 2) : high;
};
console.log(median(readings).toFixed(4), median([1.5]).toFixed(1), median([]).toFixed(1));
const within = readings.filter((x) => x >= 0 && x <= 2.5).length;
console.log(
  within,
  readings.every((x) => x < f(1e11)),
  readings.some((x) => x === 0),
  readings.findIndex((x) => x > 1e9),
);
