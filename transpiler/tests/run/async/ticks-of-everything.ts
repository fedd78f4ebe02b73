// One log of all that runs later: awaits, then, finally, queueMicrotask, timers and intervals, nested.
const log: string[] = [];
const say = (text: string) => (): void => void log.push(text);
setTimeout(say("t1"), 1);
setTimeout(() => {
  log.push("t0");
  void Promise.resolve().then(say("t0-micro"));
  queueMicrotask(say("t0-queue"));
}, 0);
const interval = setInterval(() => {
  log.push("i");
  if (log.filter((l) => l === "i").length === 2) clearInterval(interval);
}, 2);
void Promise.resolve(1)
  .then((n) => {
    log.push(`then${n}`);
    return new Promise<number>((resolve) => queueMicrotask(() => resolve(n + 1)));
  })
  .then((n) => log.push(`then${n}`))
  .finally(say("finally"));
const f = async (name: string): Promise<void> => {
  log.push(`${name}0`);
  await null;
  log.push(`${name}1`);
  await Promise.resolve();
  log.push(`${name}2`);
};
void f("f");
void (async () => {
  try {
    await Promise.reject(new Error("r"));
  } catch (e) {
    log.push((e as Error).message);
  }
})();
queueMicrotask(say("q"));
void f("g").then(say("g-then"));
log.push("sync");
setTimeout(() => console.log(log.join(" ")), 20);
