// Octets through a ring: a Uint8Array, wrapping indices, a generator over what is there, hexadecimal digits.

class RingBuffer {
  private readonly octets = new Uint8Array(8);
  private start: int<0, 7> = 0;
  private count: int<0, 8> = 0;

  get isFull(): boolean {
    return this.count === this.octets.length;
  }

  put(octet: u8): boolean {
    if (this.count >= 8) return false;
    this.octets[(this.start + this.count) & 7] = octet;
    this.count++;
    return true;
  }

  take(): u8 | undefined {
    if (this.count === 0) return undefined;
    const octet = this.octets[this.start] as u8;
    this.start = (this.start + 1) & 7;
    this.count--;
    return octet;
  }

  *[Symbol.iterator](): Generator<number> {
    for (let i = 0; i < this.count; i++) yield this.octets[(this.start + i) & 7];
  }
}

function hex(octets: Iterable<number>): string {
  const parts: string[] = [];
  for (const octet of octets) parts.push(octet.toString(16).padStart(2, "0"));
  return parts.join(" ");
}

const ring = new RingBuffer();
for (let i = 0; i < 10; i++) {
  if (!ring.put((i * 37) & 0xff)) console.log(`full at ${i}`);
}
console.log(hex(ring), ring.isFull);
console.log(ring.take() ?? -1, ring.take() ?? -1);
ring.put(0xff);
console.log(hex(ring), ring.isFull);
