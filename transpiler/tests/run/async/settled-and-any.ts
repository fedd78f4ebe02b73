// Promise.allSettled and Promise.any, of arrays, tuples and what can be iterated: order, ticks, errors, nothing at all.
export {};
const log: string[] = [];
const give = async (n: number, ticks: number): Promise<number> => {
  for (let i = 0; i < ticks; i++) await null;
  log.push(`give ${n}`);
  return n;
};
const fail = async (text: string, ticks: number): Promise<number> => {
  for (let i = 0; i < ticks; i++) await null;
  log.push(`fail ${text}`);
  throw new RangeError(text);
};
const text = async (t: string): Promise<string> => `${t}!`;
const nothing = async (): Promise<void> => {};
const ticker = (async () => {
  for (let i = 0; i < 12; i++) {
    log.push(`tick ${i}`);
    await null;
  }
})();
const settled = await Promise.allSettled([give(1, 3), fail("bad", 1), give(3, 0)]);
log.push("settled");
for (const one of settled)
  log.push(one.status === "fulfilled" ? `value ${one.value}` : `${one.reason.name}: ${one.reason.message}`);
const [a, b, c] = await Promise.allSettled([give(5, 0), text("t"), nothing()]);
console.log(a.status === "fulfilled" ? a.value + 1 : 0, b.status === "fulfilled" ? b.value.length : 0, c.status);
if (a.status === "fulfilled") console.log(JSON.stringify(a), Object.keys(a).join(), a.status);
const maybe = async (n: number): Promise<number | null> => (n > 0 ? n : null);
for (const one of await Promise.allSettled([maybe(1), maybe(0)]))
  if (one.status === "fulfilled") console.log(JSON.stringify(one), one.value ?? "null");
console.log((await Promise.allSettled([])).length, (await Promise.allSettled(new Set([give(9, 1)]))).length);
const mapped = await Promise.allSettled([1, 2].map((n) => (n > 1 ? fail(`${n}`, 0) : give(n, 0))));
console.log(mapped.map(({ status }) => status).join(), mapped.filter((m) => m.status === "rejected").length);
console.log(await Promise.any([fail("x", 0), give(7, 4), give(8, 2)]), await Promise.any([text("any"), give(1, 5)]));
log.push("any");
try {
  await Promise.any([fail("one", 2), fail("two", 0)]);
} catch (e) {
  console.log(e instanceof AggregateError, e instanceof Error, (e as Error).name, (e as Error).message);
  if (e instanceof AggregateError) console.log(e.errors.map((error) => error.message).join(), `${e}`);
}
const none = Promise.any<Promise<number>[]>([]);
await none.catch((e: Error) => console.log(e.name, e.message));
console.log(
  await none.then(
    (n) => `number ${n}`,
    (e: Error) => `error ${e.message}`,
  ),
);
const made = new AggregateError([new Error("inner"), new TypeError("other")], "outer", { cause: "why" });
console.log(made.message, made.errors.length, made.errors[1]?.name, made.cause === "why", made.toString());
const [n, t] = await Promise.all([give(4, 2), text("all")]);
console.log(n * 2, t.toUpperCase(), await Promise.race([give(6, 3), text("race")]));
const jobs = new Map([
  ["a", give(10, 1)],
  ["b", give(20, 0)],
]);
console.log(
  (await Promise.all(jobs.values())).join(),
  await Promise.race(jobs.values()),
  await Promise.any(jobs.values()),
);
interface Outcome {
  readonly status: string;
  readonly value?: number;
  readonly reason?: Error;
}
const outcomes: Outcome[] = await Promise.allSettled([give(2, 0), fail("late", 0)]);
console.log(outcomes.map(({ status, value, reason }) => `${status} ${value ?? "-"} ${reason?.message ?? "-"}`).join());
for (const one of await Promise.allSettled([give(2, 0), fail("in", 0)]))
  console.log("reason" in one, "value" in one, "reason" in one ? one.reason.message : one.value);
await Promise.all([nothing(), ticker]);
console.log(log.join("\n"));
