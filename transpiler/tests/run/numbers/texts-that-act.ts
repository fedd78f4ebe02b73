// A text of an object may change what is known of numbers: toString runs code of the program.
class Dial {
  turns = 0;
  toString(): string {
    this.turns = 100;
    shared = 200;
    return "dial";
  }
}
let shared = 0;
const row = new Uint8Array(8);
const show = (dial: Dial): string => {
  if (dial.turns < 8 && shared < 8) {
    const text = `${dial}`;
    return `${text} ${dial.turns} ${shared} ${1 << (dial.turns & 7)} ${row.length - shared}`;
  }
  return "far";
};
console.log(show(new Dial()), show(new Dial()));
shared = 3;
const twice = (dial: Dial): string => {
  let out = "";
  if (dial.turns > 7) return "far";
  for (let i = 0; i < 2; i++) {
    out += `${dial.turns} ${dial.turns * 2};`;
    out += dial;
  }
  return out;
};
console.log(twice(new Dial()));
const plus = (dial: Dial): string => {
  if (shared > 7) return "far";
  const text = "a " + dial;
  return `${text} ${shared}`;
};
shared = 1;
console.log(plus(new Dial()));
