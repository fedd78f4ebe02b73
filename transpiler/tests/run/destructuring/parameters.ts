// Patterns in the place of parameters, with defaults that see what came before.
interface Point {
  readonly x: number;
  readonly y: number;
}

const area = ({ x, y }: Point, { x: right, y: bottom }: Point): number => Math.abs((right - x) * (bottom - y));
console.log(area({ x: 1, y: 1 }, { x: 4, y: 3 }));

function label({ name, tags: [first = "none", ...others] = [] }: { name: string; tags?: string[] }): string {
  return `${name}:${first}:${others.length}`;
}
console.log(label({ name: "a" }), label({ name: "b", tags: ["t"] }), label({ name: "c", tags: ["t", "u", "v"] }));

function range([from, to]: readonly [number, number], step = to > from ? 1 : -1): string {
  const made: number[] = [];
  for (let n = from; step > 0 ? n <= to : n >= to; n += step) made.push(n);
  return made.join();
}
console.log(range([1, 4]), range([4, 1]), range([0, 9], 3));

const entries: [string, Point][] = [
  ["origin", { x: 0, y: 0 }],
  ["corner", { x: 3, y: 4 }],
];
console.log(entries.map(([name, { x, y }]) => `${name} ${x + y}`).join("; "));
console.log(entries.filter(([, { x }]) => x > 0).length);
entries.forEach(([name], index) => console.log(index, name));

class Sensor {
  constructor(
    readonly name: string,
    { gain = 1, offset = 0 }: { gain?: number; offset?: number } = {},
  ) {
    this.gain = gain;
    this.offset = offset;
  }

  readonly gain: number;
  readonly offset: number;

  read([raw, scale = this.gain]: [number, number?]): number {
    return Math.imul(raw, scale) + this.offset;
  }
}
const sensors = [new Sensor("plain"), new Sensor("loud", { gain: 10 }), new Sensor("off", { offset: -5 })];
for (const { name, gain } of sensors) console.log(name, gain);
console.log(sensors.map((sensor) => sensor.read([3])).join(), sensors[0]?.read([3, 7]));
