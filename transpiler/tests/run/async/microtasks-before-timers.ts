// Every microtask runs before the next timer, also those that microtasks queue.
export {};
const log: string[] = [];
setTimeout(() => {
  log.push("timer1");
  queueMicrotask(() => log.push("micro of timer1"));
  void Promise.resolve().then(() => log.push("then of timer1"));
}, 1);
setTimeout(() => log.push("timer2"), 1);
queueMicrotask(() => {
  log.push("micro1");
  queueMicrotask(() => log.push("micro nested"));
});
void Promise.resolve().then(() => log.push("then1"));
queueMicrotask(() => log.push("micro2"));
log.push("main");
await null;
log.push("after await");
await new Promise<void>((done) => setTimeout(done, 20));
for (const line of log) console.log(line);
