//! refuse for now
// The object and the key of a target are evaluated before the value, and the target is read before it for op=.
const log: string[] = [];
const say = <T>(what: string, value: T): T => {
  log.push(what);
  return value;
};
const flush = (): string => log.splice(0, log.length).join();
const a = [0, 0, 0];
a[say("key", 1)] = say("value", 7);
console.log(flush(), a.join());
say("array", a)[say("key", 2)] += say("value", 5);
console.log(flush(), a.join());
const o = { [say("k1", "x")]: say("v1", 1), [say("k2", "y")]: say("v2", 2) };
console.log(flush(), JSON.stringify(o));
const point = { x: 1, y: 2 };
const same = (): { x: number; y: number } => say("object", point);
same().x = say("first", 1) + say("second", 2);
console.log(flush(), point.x);
let i = 0;
a[i++] = i++;
a[i] = i = 0;
console.log(a.join(), i);
let n = 10;
n += (n = 1) + n;
console.log(n);
const f = (...xs: number[]): string => xs.join("-");
console.log(f(say("1", 1), say("2", 2), say("3", 3)), flush(), f(i, ++i, i++, i));
const m = new Map<string, number>();
m.set(say("key", "q"), say("val", 4)).set(say("key2", "r"), say("val2", 5));
console.log(flush(), [...m.values()].join());
