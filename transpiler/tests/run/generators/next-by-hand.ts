// next(): value and done, the value of return, and what comes after the end.
function* letters() {
  yield "a";
  yield "b";
  return "end";
}
const it = letters();
for (let i = 0; i < 3; i++) {
  const { value, done } = it.next();
  console.log(value, done);
}
const other = letters();
let step = other.next();
while (!step.done) {
  console.log(step.value.length);
  step = other.next();
}
console.log(step.value);
console.log([...letters()].join());

function* lazily(): Generator<number, void, unknown> {
  console.log("started");
  yield 1;
  console.log("between");
  yield 2;
  console.log("over");
}
const lazy = lazily();
console.log("made");
console.log(lazy.next().value);
console.log(lazy.next().value);
const last = lazy.next();
console.log(last.value, last.done, lazy.next().done);

const shared = letters();
for (const text of shared) {
  console.log(text);
  break;
}
console.log(shared.next().done, [...shared].length);
const again = letters();
console.log(again === again[Symbol.iterator](), again.next().value, [...again].join());
