// What a getter gives and a setter takes: numbers that need 32-bit wrapping, however they are reached.
class Wide {
  #n = 3000000000;
  get value(): number {
    return this.#n;
  }
  set value(next: number) {
    this.#n = next;
    console.log(next | 0, next << 1);
  }
  static get most(): number {
    return 4000000000;
  }
}
const w = new Wide();
console.log(w.value | 0, w.value << 1, w.value >> 1, w.value >>> 1, Wide.most | 0, Wide.most >> 4);
w.value = 5000000000;
console.log(w.value | 0, w.value % 7);
w.value = (w.value + 1000000000) % 10000000000;
console.log(w.value | 0);
class Wider extends Wide {
  override get value(): number {
    return (super.value + 1) % 10000000000;
  }
  override set value(next: number) {
    super.value = next;
  }
  low(): number {
    return super.value & 0xff;
  }
}
const x = new Wider();
console.log(x.value | 0, x.low());
x.value = 7000000001;
console.log(x.value | 0, x.low());
interface Holder {
  value: number;
}
const fill = (holder: Holder): number => {
  holder.value = 9000000000;
  return holder.value | 0;
};
console.log(fill(w), fill(x), fill({ value: 1 }));
interface Reader {
  readonly value: number;
}
const read = (reader: Reader): number => reader.value | 0;
console.log(read(w), read({ value: 4294967297 }));
class Texts {
  private list: string[] = [];
  get all(): string[] {
    return this.list;
  }
  set all(next: string[]) {
    this.list = next.map((text) => `${text}!`);
  }
}
const t = new Texts();
t.all = ["a", "b"];
t.all.push("c");
console.log(t.all.join());
