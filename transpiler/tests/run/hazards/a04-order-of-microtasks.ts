// Continuations of several async functions take turns, one tick each.
const log: string[] = [];
const walker = async (name: string, steps: number): Promise<void> => {
  for (let i = 0; i < steps; i++) {
    log.push(name + i);
    await null;
  }
  log.push(`${name}.`);
};
const through = async (): Promise<void> => {
  log.push("t0");
  await walker("i", 1);
  log.push("t1");
};
const returns = async (): Promise<number> => {
  return Promise.resolve(7);
};
queueMicrotask(() => {
  log.push("q1");
  queueMicrotask(() => log.push("q2"));
});
const done = Promise.all([walker("a", 3), walker("b", 2), through(), returns().then((n) => log.push(`r${n}`))]);
void Promise.resolve()
  .then(() => log.push("p1"))
  .then(() => log.push("p2"))
  .finally(() => log.push("f"));
log.push("sync");
await done;
console.log(log.join(" "));
export {};
