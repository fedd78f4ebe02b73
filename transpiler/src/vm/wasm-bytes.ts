// Reading and writing the parts of WebAssembly's binary format: bytes, integers in LEB128, what has its size before it.

export class Reader {
  at: number;
  private readonly end: number;

  constructor(
    private readonly source: Uint8Array,
    from = 0,
    end = source.length,
  ) {
    this.at = from;
    this.end = end;
  }

  get atEnd(): boolean {
    return this.at >= this.end;
  }

  clone(): Reader {
    return new Reader(this.source, this.at, this.end);
  }

  byte(): number {
    const byte = this.source[this.at++];
    if (byte === undefined) throw new Error("the WebAssembly ends too early");
    return byte;
  }

  /** An unsigned integer of up to 32 bits; of a longer or signed one the lowest bits, to be skipped. */
  integer(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      if (shift < 32) value |= (byte & 0x7f) << shift;
      if ((byte & 0x80) === 0) return value >>> 0;
    }
  }

  /** What has its size before it. */
  sized(): Reader {
    const size = this.integer();
    const content = new Reader(this.source, this.at, this.at + size);
    this.at += size;
    return content;
  }

  /** What is left, as a name. */
  text(): string {
    return new TextDecoder().decode(this.slice(this.at, this.end));
  }

  skip(count: number): void {
    this.at += count;
  }

  slice(from: number, to: number): Uint8Array {
    return this.source.subarray(from, to);
  }
}

export class Writer {
  private readonly parts: Uint8Array[] = [];
  private pending: number[] = [];

  byte(value: number): void {
    this.pending.push(value);
  }

  integer(value: number): void {
    let left = value;
    for (; left >= 0x80; left = Math.floor(left / 0x80)) this.byte((left & 0x7f) | 0x80);
    this.byte(left);
  }

  /** A signed integer that is not negative: its last byte keeps the sign's bit free. */
  signed(value: number): void {
    let left = value;
    for (; left >= 0x40; left >>= 7) this.byte((left & 0x7f) | 0x80);
    this.byte(left);
  }

  text(value: string): void {
    this.integer(value.length);
    for (const character of value) this.byte(character.charCodeAt(0));
  }

  slice(reader: Reader, from: number, to: number): void {
    this.flush();
    this.parts.push(reader.slice(from, to));
  }

  copy(reader: Reader, count: number): void {
    this.slice(reader, reader.at, reader.at + count);
    reader.skip(count);
  }

  rest(reader: Reader): void {
    while (!reader.atEnd) this.byte(reader.byte());
  }

  sized(content: Writer): void {
    const bytes = content.bytes();
    this.integer(bytes.length);
    this.flush();
    this.parts.push(bytes);
  }

  bytes(): Uint8Array<ArrayBuffer> {
    this.flush();
    const all = new Uint8Array(this.parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of this.parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }

  private flush(): void {
    if (this.pending.length > 0) this.parts.push(Uint8Array.from(this.pending));
    this.pending = [];
  }
}
