// then passes values on; a promise returned from it is waited for; catch ends an error.
export {};
const log: string[] = [];
const p = Promise.resolve(1)
  .then((n) => n + 1)
  .then(async (n) => {
    await null;
    return n * 10;
  })
  .then((n) => {
    log.push(`got ${n}`);
    if (n === 20) throw new Error("twenty");
    return n;
  });
const q = p
  .then(
    () => "fulfilled",
    (error) => `rejected ${error.message}`,
  )
  .finally(() => log.push("finally"));
console.log(await q);
const r = await p.then(() => "never").catch((error) => error.message.length);
console.log(r, log.join());
const order: number[] = [];
const base = Promise.resolve(0);
for (let i = 0; i < 3; i++) void base.then(() => order.push(i));
await base;
console.log(order.join());
