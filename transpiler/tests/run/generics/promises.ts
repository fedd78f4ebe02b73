// Promises of type parameters.
const delay = (ms: number) => new Promise<void>((done) => setTimeout(() => done(), ms));
async function retry<T>(times: number, task: (attempt: number) => Promise<T>): Promise<T> {
  let last = new Error("never tried");
  for (let attempt = 1; attempt <= times; attempt++) {
    try {
      return await task(attempt);
    } catch (error) {
      last = error as Error;
      await delay(1);
    }
  }
  throw last;
}
async function inOrder<T, U>(items: readonly T[], f: (item: T) => Promise<U>): Promise<U[]> {
  const out: U[] = [];
  for (const item of items) out.push(await f(item));
  return out;
}
class Once<T> {
  private started: Promise<T> | null = null;
  constructor(private readonly start: () => Promise<T>) {}
  get(): Promise<T> {
    if (this.started === null) this.started = this.start();
    return this.started;
  }
}
async function main(): Promise<void> {
  console.log(
    await retry(3, async (n) => {
      if (n < 3) throw new Error(`attempt ${n}`);
      return n * 10;
    }),
  );
  try {
    await retry<string>(1, async () => {
      throw new Error("no");
    });
  } catch (error) {
    console.log((error as Error).message);
  }
  console.log((await inOrder(["a", "bb"], async (s) => s.length)).join());
  let starts = 0;
  const once = new Once(async () => {
    starts++;
    return "value";
  });
  console.log(await once.get(), await once.get(), starts);
}
void main();
