// A ring of bytes as a serial line fills it: wraps around, counts what was lost.
const SIZE = 5;
class Ring {
  private readonly data = new Uint8Array(SIZE);
  private head: int<0, 4> = 0;
  private used: int<0, 5> = 0;
  lost = 0;
  write(bytes: ReadonlyUint8Array): void {
    for (const byte of bytes) {
      if (this.used === SIZE) {
        this.lost++;
        continue;
      }
      this.data[(this.head + this.used) % SIZE] = byte;
      this.used = Math.min(this.used + 1, SIZE);
    }
  }
  read(count: u8): Uint8Array {
    const n = Math.min(count, this.used);
    const out = new Uint8Array(n);
    for (let i = 0; i < n; i++) {
      out[i] = this.data[this.head];
      this.head = (this.head + 1) % SIZE;
    }
    this.used = Math.max(0, this.used - n);
    return out;
  }
}
const ring = new Ring();
const show = (b: Uint8Array): string => (b.length > 0 ? [...b].join() : "(none)");
ring.write(new Uint8Array([1, 2, 3]));
console.log(show(ring.read(2)));
ring.write(new Uint8Array([4, 5, 6, 7, 8, 9]));
console.log(ring.lost, show(ring.read(99)), show(ring.read(1)));
ring.write(new TextEncoder().encode("xyz"));
console.log(show(ring.read(3)), ring.lost);
