// Two loops that await take turns tick by tick; a promise resolved later comes later.
export {};
const log: string[] = [];
async function count(name: string, to: number): Promise<void> {
  for (let i = 0; i < to; i++) {
    log.push(`${name}${i}`);
    await null;
  }
}
await Promise.all([count("a", 3), count("b", 2), count("c", 4)]);
console.log(log.join(" "));
log.length = 0;
void Promise.resolve()
  .then(() => log.push("then1"))
  .then(() => log.push("then2"))
  .then(() => log.push("then3"));
await count("x", 3);
console.log(log.join(" "));
