// new Promise, race, and promises that are settled from outside, more than once or never.
const sleep = (ms: number, value: string): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve(value), ms));
console.log(await sleep(1, "slept"), await Promise.race([sleep(20, "slow"), sleep(5, "fast"), sleep(10, "middle")]));
const timeout = <T>(ms: number, p: Promise<T>): Promise<T> =>
  Promise.race([p, new Promise<T>((_, reject) => setTimeout(() => reject(new Error(`after ${ms}`)), ms))]);
for (const ms of [3, 30]) {
  try {
    console.log(await timeout(10, sleep(ms, `took ${ms}`)));
  } catch (e) {
    console.log((e as Error).message);
  }
}
const twice = new Promise<number>((resolve, reject) => {
  resolve(1);
  resolve(2);
  reject(new Error("too late"));
});
console.log(await twice);
const thrown = new Promise<number>(() => {
  throw new TypeError("in the executor");
});
console.log(await thrown.catch((e) => e.name));
let open: () => void = () => {};
const gate = new Promise<void>((resolve) => {
  open = resolve;
});
const waiter = gate.then(() => "through the gate");
setTimeout(() => open(), 2);
console.log(await waiter, await Promise.resolve(5).then((n) => sleep(1, `chained ${n}`)));
export {};
