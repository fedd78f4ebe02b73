// Floats in variables, fields, arrays, tuples, Map values, parameters with defaults, closures, generators and promises.
const f = Math.fround;
interface Sample {
  readonly name: string;
  value: float;
  limits?: readonly [float, float];
}
const samples: Sample[] = [
  { name: "a", value: 0.5 },
  { name: "b", value: f(0.7), limits: [0, 1] },
  { name: "c", value: -3 },
];
const usual: readonly [float, float] = [-1, 0.25];
for (const { name, value, limits: [low, high] = usual } of samples)
  console.log(name, value.toFixed(2), low.toFixed(1), high.toFixed(2), value < low || value > high);
const byName = new Map<string, float>(samples.map(({ name, value }) => [name, value]));
byName.set("d", 2);
byName.set("a", f((byName.get("a") ?? 0) + 1));
console.log(
  [...byName].map(([name, value]) => `${name}=${value.toFixed(1)}`).join(),
  byName.get("z")?.toFixed(1) ?? "none",
);
const settings: Record<string, float> = { gain: 1.5, offset: f(-0.1) };
settings.bias = 4;
console.log(
  Object.keys(settings).join(),
  Object.values(settings)
    .map((x) => x.toFixed(1))
    .join(" "),
);
const scale = (x: float, by: float = 2, plus?: float): float => f(f(x * by) + (plus ?? 0));
console.log(scale(3).toFixed(1), scale(1.5, 4).toFixed(1), scale(1.5, 4, f(0.1)).toFixed(2));
const first = <T>(items: readonly T[], fallback: T): T => items[0] ?? fallback;
const swap = <A, B>(pair: readonly [A, B]): [B, A] => [pair[1], pair[0]];
const some: float = 0.5;
console.log(
  first([some], some).toFixed(1),
  first([7], 8),
  first(["x"], "y"),
  swap([some, 3])[1].toFixed(1),
  swap([some, 3])[0],
);
function* halves(from: float): Generator<float> {
  for (let x = from; x > 1; x = f(x / 2)) yield x;
}
console.log([...halves(20)].map((x) => x.toFixed(3)).join(" "), Math.max(...halves(9), 0).toFixed(1));
const accumulate = (): ((x: float) => float) => {
  let total: float = 0;
  return (x) => {
    total = f(total + x);
    return total;
  };
};
const add = accumulate();
add(1.5);
add(f(0.1));
console.log(add(-3).toFixed(3), add(0).toFixed(3));
const wait = async (x: float): Promise<float> => f((await Promise.resolve(x)) * 2);
const later = async (): Promise<void> => {
  const [x, y] = await Promise.all([wait(1.25), wait(f(0.3))]);
  console.log(x.toFixed(2), y.toFixed(2));
};
void later();
let level: float | null = null;
const found: float | undefined = ([1.5, 2.5, -1] as float[]).find((x) => x > 2);
if (found !== undefined) level = found;
console.log(level === null ? "none" : level.toFixed(1), level ? "there" : "zero", typeof some);
const either = (x: float | string): string => (typeof x === "number" ? x.toFixed(1) : x);
console.log(either(2.5), either("text"), some > 0 && some < 1, some !== 0.5, Boolean(some));
const copy: float[] = [...samples.map((one) => one.value), 9.5];
const [head, ...tail] = copy;
copy.splice(1, 1, 8);
copy.unshift(0.25);
console.log(
  head?.toFixed(1),
  tail.length,
  copy.map((x) => x.toFixed(2)).join(),
  copy.indexOf(9.5),
  copy.includes(0.5),
  copy.lastIndexOf(7),
);
const total = copy.reduce((sum, x) => f(sum + x), 0 as float);
const least = copy.reduce((a, b): float => Math.min(a, b));
console.log(
  total.toFixed(2),
  least.toFixed(1),
  Math.abs(least).toFixed(1),
  Math.max(least, 0, some).toFixed(1),
  new Array<float>(3).fill(1.5).length,
);
switch (some) {
  case 1:
    console.log("one");
    break;
  case 0.5:
    console.log("half");
}
