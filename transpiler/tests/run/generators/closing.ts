// return() and throw() into a generator; finally blocks on every way out.
const log: string[] = [];
function* guarded(name: string): Generator<number, string> {
  try {
    yield 1;
    yield 2;
    return "end";
  } catch (e) {
    log.push(`${name} caught ${(e as Error).message}`);
    yield 99;
    return "after catch";
  } finally {
    log.push(`${name} finally`);
  }
}
const a = guarded("a");
console.log(a.next().value, a.return("early").value, a.next().done);
const b = guarded("b");
console.log(b.next().value, b.throw(new Error("oops")).value, b.next().value, b.next().done);
const c = guarded("c");
console.log(c.return("before start").value, c.next().done);
const d = guarded("d");
try {
  d.throw(new Error("not started"));
} catch (e) {
  log.push(`d threw ${(e as Error).message}`);
}
function* nested(): Generator<number> {
  try {
    yield* guarded("n");
  } finally {
    log.push("nested finally");
  }
}
for (const x of nested()) if (x === 1) break;
for (const x of nested()) log.push(`${x}`);
const [p] = nested();
console.log(p, log.length);
for (const line of log) console.log(line);
