// Booleans as state: toggles, combinations and comparisons.
let on = false;
let changes = 0;
for (const press of [true, true, false, true]) {
  const before: boolean = on;
  if (press) on = !on;
  if (before !== on) changes++;
}
console.log(on, changes);
const all = [true, true].every((b) => b);
const both = all && on;
console.log(all, both, both === true, !both, on !== all);
const flags = { ready: false, linked: true };
flags.ready = flags.linked && !flags.ready;
console.log(flags.ready, flags.ready === flags.linked, `${flags.ready}`);
const count = [true, false, true].filter((b) => b).length;
console.log(count, on ? "on" : "off");
const xor = (a: boolean, b: boolean): boolean => a !== b;
console.log(xor(true, true), xor(true, false), xor(false, false));
