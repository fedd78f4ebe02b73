// let of a loop is a new variable for each turn: closures keep theirs, also when the body changes it.
const makers: (() => number)[] = [];
for (let i = 0; i < 3; i++) makers.push(() => i);
console.log(makers.map((g) => g()).join());
const bumps: (() => number)[] = [];
for (let i = 0; i < 6; i++) {
  bumps.push(() => ++i % 100);
  i++;
}
console.log(bumps.map((g) => g()).join(), bumps.map((g) => g()).join());
const named: (() => string)[] = [];
for (const [i, name] of ["a", "b"].entries()) {
  let uses = 0;
  named.push(() => `${name}${i}:${++uses % 10}`);
}
console.log(named.map((g) => g()).join(), named.map((g) => g()).join());
let k = 0;
const shared: (() => number)[] = [];
while (k < 3) {
  const own = k * 10;
  shared.push(() => own + k);
  k++;
}
console.log(shared.map((g) => g()).join());
const late: string[] = [];
for (let i = 0, step = 2; i < 5; i += step) {
  setTimeout(() => late.push(`${i}`), 5 - i);
  if (i === 2) continue;
}
for (const key in { x: 1, y: 2 } as Record<string, number>) setTimeout(() => late.push(key), 10);
setTimeout(() => console.log(late.join()), 20);
