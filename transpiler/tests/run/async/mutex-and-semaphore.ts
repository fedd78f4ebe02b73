// A mutex, a semaphore and a latch from promises: order of entry, release in finally, limits that hold.
class Semaphore {
  private readonly waiting: (() => void)[] = [];
  constructor(private free: int<0, 8>) {}
  async acquire(): Promise<void> {
    if (this.free > 0) {
      this.free = Math.max(0, this.free - 1);
      return;
    }
    await new Promise<void>((resolve) => {
      this.waiting.push(resolve);
    });
  }
  release(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free = Math.min(8, this.free + 1);
  }
}
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const log: string[] = [];
let inside = 0;
let most = 0;
const work = async (gate: Semaphore, name: string, ms: number): Promise<string> => {
  await gate.acquire();
  try {
    inside++;
    most = Math.max(most, inside);
    log.push(`+${name}`);
    await wait(ms);
    if (name === "c") throw new Error("c fails");
    return name;
  } catch (e) {
    return (e as Error).message;
  } finally {
    inside--;
    log.push(`-${name}`);
    gate.release();
  }
};
const two = new Semaphore(2);
console.log(
  (await Promise.all([work(two, "a", 30), work(two, "b", 10), work(two, "c", 5), work(two, "d", 1)])).join(),
  most,
);
console.log(log.join(" "));
log.length = 0;
most = 0;
const one = new Semaphore(1);
await Promise.all(["x", "y", "z"].map((n) => work(one, n, 3)));
console.log(log.join(" "), most);
export {};
