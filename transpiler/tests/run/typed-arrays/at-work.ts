// Typed arrays among everything else: buffers of fields, growing, loops, generators, caches, switches.
const bytes = new Uint8Array(4);
const words = new Uint16Array(bytes.buffer);
words[1] = 0x0102;
console.log(bytes.join(), words.buffer === bytes.buffer, words.length);
class Frame {
  readonly raw = new Uint8Array(6);
  readonly fields = new Int16Array(this.raw.buffer, 2, 2);
  static count = new Uint32Array(1);
  set(i: int<0, 1>, value: number): this {
    this.fields[i] = value;
    Frame.count[0]++;
    return this;
  }
}
const f = new Frame().set(0, -2).set(1, 300);
console.log(f.raw.join(), f.fields.join(), Frame.count[0]);
let sum = 0;
for (const [i, w] of f.fields.entries()) sum += (i & 1) * 1000 + w;
console.log(sum, f.fields.map((x) => -x).join(), f.fields.filter((x) => x > 0).length);
const sorted = Uint32Array.of(5, 4294967295, 0).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
console.log(sorted.join(), sorted.toSorted().join());
const g = (xs: Uint32Array): (() => number) => {
  let i = 0;
  return () => (i < xs.length ? xs[i++] : -1);
};
const next = g(sorted);
console.log(next(), next(), next(), next());
let grown = new Int32Array(1);
for (let i = 0; i < 5; i++) {
  if (i >= grown.length) {
    const bigger = new Int32Array(grown.length * 2);
    bigger.set(grown);
    grown = bigger;
  }
  grown[i] = i * i;
}
console.log(grown.join(), grown.length);
const h = new Int16Array(3);
h[0] = h[1] = 70000;
h[2] ||= 5;
h[0] &&= 9;
console.log(h.join(), (h[1] ??= 3));
console.log(h.indexOf(70000), h.includes(4464), h.fill(-70000).join());
label: for (const x of h) for (const y of h) if (x === y) break label;
console.log(`${h.length}${h[0]}`, h[0] === h[1], typeof h[0] === "number", !h.length, h.length ? "y" : "n");
