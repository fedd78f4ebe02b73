// Buffers of fixed size: a queue of samples, a histogram, a bit set, a moving window.
class Window {
  readonly #samples: Int16Array;
  #at = 0;
  #count = 0;
  constructor(private readonly size: int<1, 64>) {
    this.#samples = new Int16Array(size);
  }
  add(sample: i16): void {
    this.#samples[this.#at] = sample;
    this.#at = (this.#at + 1) % this.size;
    if (this.#count < this.#samples.length) this.#count++;
  }
  get mean(): number {
    if (this.#count === 0) return 0;
    let sum = 0;
    for (let i = 0; i < this.#count; i++) sum += this.#samples[i];
    return Math.floor(sum / this.#count);
  }
}
const w = new Window(3);
const means: number[] = [w.mean];
for (const s of [10, -20, 30, 32767, -32768]) {
  w.add(s);
  means.push(w.mean);
}
console.log(means.join());
class BitSet {
  private readonly bits = new Uint32Array(4);
  add(n: int<0, 127>): void {
    this.bits[n >> 5] |= 1 << (n & 31);
  }
  has(n: int<0, 127>): boolean {
    return (this.bits[n >> 5] & (1 << (n & 31))) !== 0;
  }
  get size(): number {
    let count = 0;
    for (let word of this.bits) for (; word !== 0; word = (word & (word - 1)) >>> 0) count++;
    return count;
  }
}
const set = new BitSet();
for (const n of [0, 31, 32, 127, 31]) set.add(n);
console.log(set.size, set.has(31), set.has(30), set.has(127));
const histogram = new Uint16Array(4);
for (const c of "the quick brown fox jumps") histogram[c.charCodeAt(0) & 3]++;
console.log([...histogram].join());
