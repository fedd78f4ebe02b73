// Many corners of the language in one small program: each needs its own help on the device.
const text = "Größe 😀: -7";
console.log(text.length, text.slice(-2), text.padStart(15, "*"), text.indexOf("😀"), text.split(" ").length);
const n = -17;
console.log((n % 5) + 0, (n / 5) | 0, n >>> 28, Math.round(n / 2) + 0, n.toString(16), Math.imul(n, 0x7fffffff));
const xs = [5, -3, 5, 0];
console.log(
  [...xs].sort((a, b) => a - b).join(),
  xs.lastIndexOf(5),
  xs.splice(1, 2).join(),
  JSON.stringify({ xs, t: "\n" }),
);
const set = new Set(xs);
set.add(9).delete(5);
const record: Record<string, number> = { z: 1, a: 2 };
for (const key in record) if (key < "b") delete record[key];
console.log([...set].join(), JSON.stringify(record), typeof text, xs.includes(0), "ab".replace("b", "c"));
const bytes = new TextEncoder().encode("é!");
console.log(bytes.length, bytes[0], new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
function* gen(): Generator<number> {
  yield* [1, 2];
}
const [a, ...rest] = gen();
console.log(a, rest.join());
void Promise.resolve(3).then((v) => console.log("later", v));
try {
  JSON.parse("x");
} catch (e) {
  console.log((e as Error).name);
}
