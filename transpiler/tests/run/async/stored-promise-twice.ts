// A promise is a value: kept, awaited twice, its work done once.
export {};
let runs = 0;
async function load(): Promise<number> {
  runs += 1;
  await null;
  return runs * 10;
}
const stored = load();
console.log(await stored, await stored, runs);
const cache = new Map<string, Promise<number>>();
function cached(key: string): Promise<number> {
  let p = cache.get(key);
  if (p === undefined) {
    p = load();
    cache.set(key, p);
  }
  return p;
}
const [x, y, z] = await Promise.all([cached("k"), cached("k"), cached("other")]);
console.log(x === y, z !== undefined, runs, cache.size);
const failing = Promise.reject(new Error("once"));
for (let i = 0; i < 2; i++) {
  try {
    await failing;
  } catch (error) {
    console.log(i, (error as Error).message);
  }
}
