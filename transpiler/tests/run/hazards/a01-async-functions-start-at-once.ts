// An async function runs up to its first await when it is called; what follows the call comes before the rest.
const log: string[] = [];
async function work(name: string, turns: number): Promise<string> {
  log.push(`${name} start`);
  for (let i = 0; i < turns; i++) await null;
  log.push(`${name} end`);
  return name.toUpperCase();
}
const stored = work("a", 2);
log.push("after a");
void work("b", 0);
log.push("after b");
const all = Promise.all([work("c", 1), stored]);
log.push("after c");
setTimeout(() => log.push("timer"), 0);
queueMicrotask(() => log.push("micro"));
console.log(log.join(", "));
const [c, a] = await all;
console.log(c, a, log.length);
await new Promise<void>((done) => setTimeout(done, 1));
console.log(log.slice(6).join(", "));
export {};
