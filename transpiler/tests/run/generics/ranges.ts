// Numbers that pass through a type parameter keep their exactness.
function id<T>(value: T): T {
  return value;
}
console.log(id(0xff) << 24, id(0x7fffffff) + 1, (id(0x12345678) << 4) | 0);
class Ring<T> {
  private readonly slots: T[] = [];
  private next = 0;
  constructor(private readonly size: number) {}
  put(value: T): void {
    if (this.slots.length < this.size) this.slots.push(value);
    else this.slots[this.next] = value;
    this.next = (this.next + 1) % this.size;
  }
  all(): readonly T[] {
    return this.slots;
  }
}
const small = new Ring<u8>(4);
for (let i = 0; i < 6; i++) small.put((i * 60) & 0xff);
const large = new Ring<number>(2);
large.put(9_007_199_254_740_991);
large.put(-1);
console.log(small.all().join(), large.all().join());
let sum = 0;
for (const value of small.all()) sum = (sum + (value & 0xff)) & 0xffff;
console.log(sum);
const minus = id(-7);
console.log(`${minus % 3} ${Math.trunc(minus / 2)}`, minus >> 1, minus >>> 28);
console.log(`${id(0)}`, id(-1) + id(1));
function pick<T>(flag: boolean, yes: T, no: T): T {
  return flag ? yes : no;
}
console.log(pick(true, 1 << 30, 0) << 1, pick(false, "a", "b"));
