// Variable-length integers and tag-length-value records, written and read back.
const writeVarint = (out: number[], value: u32): void => {
  let left: number = value;
  while (left > 127) {
    out.push((left & 0x7f) | 0x80);
    left >>>= 7;
  }
  out.push(left);
};
class Reader {
  private at = 0;
  constructor(private readonly bytes: Uint8Array) {}
  get done(): boolean {
    return this.at >= this.bytes.length;
  }
  byte(): number {
    if (this.done) throw new RangeError("cut off");
    return this.bytes[this.at++];
  }
  varint(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const b = this.byte();
      value = (value | ((b & 0x7f) << shift)) >>> 0;
      if (b < 128) return value;
    }
    throw new RangeError("too long");
  }
  take(count: number): Uint8Array {
    const from = this.at;
    for (let i = 0; i < count; i++) this.byte();
    return this.bytes.slice(from, this.at);
  }
}
for (const n of [0, 1, 127, 128, 300, 16383, 16384, 2147483647, 2147483648, 4294967295]) {
  const out: number[] = [];
  writeVarint(out, n);
  const back = new Reader(new Uint8Array(out)).varint();
  console.log(n, out.map((b) => b.toString(16)).join(" "), back === n);
}
const text = new TextEncoder();
const plain = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const packed: number[] = [];
for (const [tag, value] of [
  [1, "name"],
  [2, "Zoë 😀"],
  [300, ""],
] as [u16, string][]) {
  const bytes = text.encode(value);
  writeVarint(packed, tag);
  writeVarint(packed, bytes.length);
  packed.push(...bytes);
}
const reader = new Reader(new Uint8Array(packed));
while (!reader.done) {
  const tag = reader.varint();
  console.log(tag, JSON.stringify(plain.decode(reader.take(reader.varint()))));
}
for (const bad of [[0x80], [0xff, 0xff, 0xff, 0xff, 0xff, 1], []]) {
  try {
    console.log(new Reader(new Uint8Array(bad)).varint());
  } catch (e) {
    console.log((e as Error).name, (e as Error).message);
  }
}
