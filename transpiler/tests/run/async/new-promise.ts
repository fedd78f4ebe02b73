// The executor runs at once; only the first resolve or reject counts.
export {};
console.log("before");
const first = new Promise<string>((resolve, reject) => {
  console.log("executor");
  resolve("one");
  resolve("two");
  reject(new Error("three"));
});
console.log("after");
console.log(await first);
const thrown = new Promise<number>(() => {
  throw new RangeError("in executor");
});
try {
  await thrown;
} catch (error) {
  console.log((error as Error).name, (error as Error).message);
}
let open: (() => void) | undefined;
const gate = new Promise<void>((resolve) => {
  open = resolve;
});
const passed: number[] = [];
const walkers = [1, 2, 3].map(async (n) => {
  await gate;
  passed.push(n);
});
console.log(passed.length);
open?.();
await Promise.all(walkers);
console.log(passed.join());
