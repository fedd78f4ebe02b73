// A framed protocol: length, type, payload, checksum; parsed from a stream in pieces.
class Reader {
  private readonly buffer = new Uint8Array(64);
  private length = 0;
  feed(chunk: Uint8Array): string[] {
    this.buffer.set(chunk, this.length);
    this.length = (this.length + chunk.length) & 0x7f;
    const frames: string[] = [];
    let at = 0;
    while (this.length - at >= 4) {
      const size = this.buffer[at] as number;
      if (this.length - at < size + 3) break;
      const body = this.buffer.subarray(at + 2, at + 2 + size);
      const sum = body.reduce((total, x) => (total + x) & 0xff, 0);
      const ok = sum === this.buffer[at + 2 + size];
      frames.push(`${this.buffer[at + 1]}:${ok ? String.fromCharCode(...body) : "bad"}`);
      at = (at + size + 3) & 0x7f;
    }
    this.buffer.copyWithin(0, at, this.length);
    this.length = (this.length - at) & 0x7f;
    return frames;
  }
}
function frame(type: number, text: string): Uint8Array {
  const out = new Uint8Array(text.length + 3);
  out[0] = text.length;
  out[1] = type;
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    out[i + 2] = code;
    sum += code & 0xff;
  }
  out[text.length + 2] = sum;
  return out;
}
const reader = new Reader();
const stream = [...frame(1, "hello"), ...frame(2, "x"), ...frame(3, "ok!")];
stream[10] = 0;
for (let i = 0; i < stream.length; i += 5)
  console.log(i, reader.feed(Uint8Array.from(stream.slice(i, i + 5))).join(" | "));
