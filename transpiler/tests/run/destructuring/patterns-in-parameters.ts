// Patterns as parameters of functions, methods, constructors, arrows and callbacks.
interface Rect {
  x: number;
  y: number;
  size: [number, number];
}
const area = ({ size: [w, h] }: Rect): number => w * h;
function move({ x, y, ...rest }: Rect, [dx, dy]: [number, number] = [1, 1]): Rect {
  return { x: x + dx, y: y + dy, ...rest };
}
class Screen {
  readonly width: number;
  readonly height: number;
  constructor(
    { size: [width, height] }: { size: [number, number] },
    readonly name = `${width}x${height}`,
  ) {
    this.width = width;
    this.height = height;
  }
  contains({ x, y }: Rect, { margin = 0 }: { margin?: number } = {}): boolean {
    return x >= margin && y >= margin && x < this.width - margin && y < this.height - margin;
  }
}
const r: Rect = { x: 0, y: 0, size: [4, 5] };
console.log(area(r), JSON.stringify(move(r)), move(r, [10, -2]).y, JSON.stringify(r));
const s = new Screen({ size: [10, 20] });
console.log(
  s.name,
  s.contains(r),
  s.contains(r, { margin: 1 }),
  s.contains(move(r), {}),
  new Screen({ size: [1, 1] }, "n").name,
);
const entries: [string, { n: number }][] = [
  ["a", { n: 3 }],
  ["b", { n: 1 }],
];
console.log(entries.map(([k, { n }]) => k.repeat(n)).join(), entries.filter(([, { n }]) => n > 1).length);
entries.sort(([, { n: p }], [, { n: q }]) => p - q);
console.log(entries.map(([k]) => k).join());
const sum = (...[first = 0, second = 0, ...more]: number[]): string => `${first + second}+${more.length}`;
console.log(sum(), sum(1), sum(1, 2, 3, 4));
