// A ring of bytes as a serial line fills it: wraps around, counts what was lost.
class Ring {
  private readonly data: Uint8Array;
  private head = 0;
  private used = 0;
  lost = 0;
  constructor(size: u8) {
    this.data = new Uint8Array(size);
  }
  write(bytes: ReadonlyUint8Array): void {
    for (const byte of bytes) {
      if (this.used === this.data.length) {
        this.lost++;
        continue;
      }
      this.data[(this.head + this.used) % this.data.length] = byte;
      this.used++;
    }
  }
  read(count: number): Uint8Array {
    const n = Math.min(count, this.used);
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      out[i] = this.data[this.head];
      this.head = (this.head + 1) % this.data.length;
    }
    this.used -= n;
    return out;
  }
}
const ring = new Ring(5);
const show = (b: Uint8Array): string => (b.length > 0 ? [...b].join() : "(none)");
ring.write(new Uint8Array([1, 2, 3]));
console.log(show(ring.read(2)));
ring.write(new Uint8Array([4, 5, 6, 7, 8, 9]));
console.log(ring.lost, show(ring.read(99)), show(ring.read(1)));
ring.write(new TextEncoder().encode("xyz"));
console.log(show(ring.read(3)), ring.lost);
