// Errors across awaits: caught late, in parallel, in finally, after all, and from callbacks of promises.
const wait = (ms: number): Promise<void> => new Promise((r) => setTimeout(r, ms));
const fail = async (ms: number, text: string): Promise<number> => {
  await wait(ms);
  throw new Error(text);
};
const ok = async (ms: number, n: number): Promise<number> => {
  await wait(ms);
  return n;
};
const log: string[] = [];
try {
  await Promise.all([ok(1, 1), fail(5, "slow"), fail(2, "quick")]);
} catch (e) {
  log.push(`all: ${(e as Error).message}`);
}
const settled = await Promise.allSettled([ok(1, 7), fail(1, "settled")]);
for (const s of settled)
  log.push(s.status === "fulfilled" ? `value ${s.value}` : `reason ${(s.reason as Error).message}`);
const withCleanUp = async (f: () => Promise<number>): Promise<string> => {
  try {
    return `got ${await f()}`;
  } catch (e) {
    return `lost ${(e as Error).message}`;
  } finally {
    await wait(1);
    log.push("cleaned");
  }
};
log.push(await withCleanUp(() => ok(1, 2)), await withCleanUp(() => fail(1, "it")));
log.push(
  await fail(1, "a")
    .catch((e: Error) => `caught ${e.message}`)
    .then((t) => `${t}`.toUpperCase()),
);
const chained = ok(1, 5)
  .then((n) => {
    if (n > 3) throw new RangeError(`${n} > 3`);
    return n;
  })
  .then((n) => `never ${n}`)
  .catch((e: Error) => `${e.name} ${e.message}`)
  .finally(() => log.push("at last"));
log.push(await chained);
const started = fail(5, "stored");
await wait(0);
log.push(
  await started.then(
    () => "no",
    (e: Error) => `second argument ${e.message}`,
  ),
);
try {
  await Promise.any([fail(1, "x"), fail(2, "y")]);
} catch (e) {
  log.push((e as Error).name);
}
log.push(`${await Promise.any([fail(1, "x"), ok(3, 9)])}`);
for (const line of log) console.log(line);
export {};
