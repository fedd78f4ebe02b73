// throw(): the error arrives at the yield; a generator may catch it and go on, or end by it.
function* patient(): Generator<string, string, unknown> {
  let caught = 0;
  while (caught < 2) {
    try {
      yield `waiting ${caught}`;
    } catch (e) {
      caught++;
      console.log("caught", (e as Error).message);
    } finally {
      console.log("turn over");
    }
  }
  return `done after ${caught}`;
}
const it = patient();
console.log(it.next().value);
console.log(it.throw(new Error("one")).value);
const end = it.throw(new Error("two"));
console.log(end.value, end.done);
try {
  it.throw(new Error("too late"));
} catch (e) {
  console.log((e as Error).message);
}

function* simple(): Generator<number> {
  yield 1;
  yield 2;
}
const early = simple();
try {
  early.throw(new Error("before the start"));
} catch (e) {
  console.log((e as Error).message, early.next().done);
}
const midway = simple();
midway.next();
try {
  midway.throw(new RangeError("midway"));
} catch (e) {
  console.log((e as Error).name, midway.next().done);
}

function* guarded(): Generator<number, void, unknown> {
  try {
    yield* simple();
  } catch (e) {
    console.log("outer caught", (e as Error).message);
    yield 99;
  }
}
const outer = guarded();
console.log(outer.next().value, outer.throw(new Error("through")).value, outer.next().done);

function* swallowing(): Generator<number, void> {
  try {
    yield 1;
  } catch {
    console.log("swallowed");
  }
}
const quiet = swallowing();
quiet.next();
const last = quiet.throw(new Error("x"));
console.log(last.done, last.value === undefined);

function* breaking(): Generator<number> {
  yield 1;
  throw new TypeError("from inside");
}
try {
  for (const n of breaking()) console.log(n);
} catch (e) {
  console.log(`${(e as Error).name}: ${(e as Error).message}`);
}
