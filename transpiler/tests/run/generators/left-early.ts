// finally blocks run when a loop is left, when a pattern has enough, and on return(): once, inner before outer.
function* source(name: string): Generator<number, void, unknown> {
  try {
    yield 1;
    yield 2;
    yield 3;
  } finally {
    console.log(`${name} closed`);
  }
}
function* through(name: string): Generator<number> {
  try {
    for (const n of source(`${name} inner`)) yield n * 10;
  } finally {
    console.log(`${name} outer closed`);
  }
}
function* delegating(): Generator<number> {
  try {
    yield* source("delegate");
  } finally {
    console.log("delegating closed");
  }
}
for (const n of source("break")) if (n === 2) break;
for (const n of source("to the end")) console.log(n);
for (const n of through("through")) if (n === 20) break;
for (const n of delegating()) {
  console.log(n);
  break;
}
const find = (wanted: number): string => {
  for (const n of source("return")) if (n === wanted) return `found ${n}`;
  return "none";
};
console.log(find(1), find(9));
try {
  for (const n of source("throw")) {
    if (n === 2) throw new Error("body");
  }
} catch (e) {
  console.log((e as Error).message);
}
const [one] = source("pattern");
const [x, y, z, w = "nothing"] = source("longer pattern");
console.log(one, x, y, z, w);
const held = source("by hand");
console.log(held.next().value, held.return().done, held.next().done, held.return().done);
const untouched = source("never started");
const returned = untouched.return();
console.log(returned.done, returned.value, untouched.next().done);
outer: for (const a of source("a")) {
  for (const b of source("b")) {
    if (b === 2) continue outer;
    if (a === 2) break outer;
  }
}
for (const n of source("continue")) {
  if (n < 3) continue;
  console.log("last", n);
}
function* failing(): Generator<number> {
  try {
    yield 1;
  } finally {
    console.log("cleaning fails");
    throw new Error("cleaning");
  }
}
try {
  for (const n of failing()) if (n === 1) break;
} catch (e) {
  console.log((e as Error).message);
}
try {
  for (const n of failing()) throw new Error(`body ${n}`);
} catch (e) {
  console.log((e as Error).message);
}
