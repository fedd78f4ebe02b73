// Each turn of a for loop has its own let; closures keep the one of their turn.
const makers: (() => number)[] = [];
for (let i = 0; i < 3; i++) makers.push(() => i);
console.log(makers.map((f) => f()).join());
const steps: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  steps.push(() => i * 10);
  i += 0;
}
console.log(steps.map((f) => f()).join());
const changed: (() => number)[] = [];
for (let i = 0; i < 3; i++) {
  changed.push(() => {
    i += 100;
    return i;
  });
}
console.log(changed[0](), changed[0](), changed[2](), changed[1]());
const items: (() => string)[] = [];
for (const name of ["a", "b"]) {
  const upper = name.toUpperCase();
  items.push(() => name + upper);
}
console.log(items.map((f) => f()).join());
let k = 0;
const shared: (() => number)[] = [];
while (k < 3) {
  const own = k * k;
  shared.push(() => own + k);
  k++;
}
console.log(shared.map((f) => f()).join());
