// Several views, chunks, caches, async functions and patterns over typed arrays.
const buf = new ArrayBuffer(8);
const views = [new Uint16Array(buf), new Uint16Array(buf, 4)];
for (const [i, v] of views.entries()) v.fill(i + 1);
console.log(views.map((v) => v.join(" ")).join("|"), Math.max(...views[0]), Math.min(...views[1].subarray(0, 1)));
function* chunks(data: Uint8Array, size: int<1, 99>): Generator<Uint8Array> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}
for (const c of chunks(Uint8Array.of(1, 2, 3, 4, 5), 2)) console.log(c.join());
const last = <T>(xs: readonly T[]): T | undefined => xs[xs.length - 1];
console.log(last([Int8Array.of(1), Int8Array.of(-2)])?.[0]);
const cache = new Map<number, Int32Array>();
const table = (n: number): Int32Array => {
  const known = cache.get(n);
  if (known) return known;
  const made = Int32Array.from({ length: n }, (_, i) => i ** 2);
  cache.set(n, made);
  return made;
};
console.log(
  table(4) === table(4),
  table(4).at(-1),
  cache.size,
  table(3).reduceRight((a, b) => (a * 10 + b) & 0xffff, 0),
);
async function later(xs: Int16Array): Promise<Int16Array> {
  await null;
  xs[0]++;
  return xs;
}
void later(Int16Array.of(32767)).then((xs) => console.log(xs[0]));
const o = { a: Int16Array.of(1, 2), b: [Uint8Array.of(3)] };
const {
  a,
  b: [first],
} = o;
a[0] = -9;
first[0] += 254;
console.log(o.a.join(), o.b[0].join(), { ...o }.a === a);
let w: Int16Array | undefined;
w?.fill(1);
w = a;
w?.set([5], 1);
console.log(w.join(), w?.subarray(1)?.length);
const sw = (x: Uint16Array): string => {
  switch (x[0]) {
    case 1:
      return "one";
    case 65535:
      return "max";
    default:
      return "other";
  }
};
console.log(sw(Uint16Array.of(-1)), sw(Uint16Array.of(65537)), sw(new Uint16Array(1)));
console.log([...new Uint16Array(buf, 0, 2).keys()].join(), new Uint16Array(buf).slice(1, 3).byteLength);
