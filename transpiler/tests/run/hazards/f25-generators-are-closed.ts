// A generator that is left early runs its finally blocks: by break, return, throw and destructuring.
const log: string[] = [];
function* numbers(name: string): Generator<number> {
  try {
    for (let i = 1; i < 4; i++) yield i;
  } finally {
    log.push(`${name} closed`);
  }
}
for (const x of numbers("break")) {
  log.push(`${x}`);
  if (x === 2) break;
}
const firstOver = (limit: number): number => {
  for (const x of numbers("return")) if (x > limit) return x;
  return -1;
};
log.push(`${firstOver(0)}`, `${firstOver(9)}`);
try {
  for (const x of numbers("throw")) if (x === 3) throw new Error("out");
} catch (e) {
  log.push((e as Error).message);
}
const [one] = numbers("pattern");
log.push(`${one}`, [...numbers("spread")].join("+"));
outer: for (const x of numbers("outer")) {
  for (const y of numbers("inner")) {
    if (y === x) continue outer;
    if (x === 3) break outer;
  }
}
for (const line of log) console.log(line);
