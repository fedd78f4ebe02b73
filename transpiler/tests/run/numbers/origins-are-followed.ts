// Negative numbers that come out of promises, bytes, getters and base classes are still known to be negative.
async function give(n: number): Promise<number> {
  return n;
}
class Base {
  constructor(readonly value: number) {}
  get twice(): number {
    return this.value * 2;
  }
  set twice(n: number) {
    this.kept = n;
  }
  kept = 0;
}
class Derived extends Base {}
const derived = new Derived(-7);
derived.twice = -9;
console.log(`${derived.value % 4} ${derived.twice % 4} ${derived.kept % 4} ${derived.value >> 1}`);
const bytes: number[] = [...new Uint8Array([200, 7])];
bytes.push(-5);
console.log(bytes.map((b) => b % 3).join());
const all = await Promise.all([give(-7), give(5)]);
console.log(`${all.map((n) => n % 4).join()} ${(await Promise.race([give(-7)])) % 4}`);
const resolved = await Promise.resolve(-7);
console.log(`${resolved % 4} ${(await Promise.resolve(-9).finally(() => undefined)) % 4}`);
const caught = await Promise.reject<number>(new Error("no")).catch(() => -11);
console.log(`${caught % 4}`);
const then = await give(-13).then((n) => n - 2);
console.log(`${then % 4}`);
const nested = [[], [-7]];
console.log(`${nested[1][0] % 4}`);
export {};
