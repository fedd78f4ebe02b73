// A promise keeps its value: every await, then and all of it gets the same, also after it is settled.
let made = 0;
const compute = async (): Promise<number> => {
  made++;
  await null;
  return made * 10;
};
const p = compute();
console.log(await p, await p, made);
const values = await Promise.all([p, p, compute()]);
console.log(values.join(), made);
const then = p.then((v) => v + 1);
console.log(await then, await then, await p);
class Cache {
  private readonly pending = new Map<string, Promise<string>>();
  loads = 0;
  get(key: string): Promise<string> {
    let there = this.pending.get(key);
    if (!there) {
      there = this.load(key);
      this.pending.set(key, there);
    }
    return there;
  }
  private async load(key: string): Promise<string> {
    this.loads++;
    await new Promise<void>((done) => setTimeout(done, 5));
    return `<${key}>`;
  }
}
const cache = new Cache();
console.log(
  (await Promise.all(["x", "y", "x"].map((k) => cache.get(k)))).join(),
  cache.loads,
  cache.get("x") === cache.get("x"),
);
const failed = Promise.reject<number>(new Error("once"));
for (let i = 0; i < 2; i++) {
  try {
    await failed;
  } catch (e) {
    console.log("again", (e as Error).message);
  }
}
export {};
