// Constants that become `_NAME = const(…)`: names that ours would clash with, values at the edges, and uses before the
// line that declares them, where nothing may be replaced.
const t = 1;
const t2 = 2;
const f = 3;
const v_x = 4;
const keys = 5;
const body = 6;
const _ = 7;
const __x = 8;
const MAX = 9007199254740991;
const LEAST = -9007199254740991;
const HEX = 0x7f;
const ZERO = 0x00;
const SHIFT = 4;
const NAME = "Größe 🎉";
const QUOTED = 'say "it\'s"\n';
const LONG = "a rather long text of more than a line, " + "put together from " + "three parts";
const EMPTY = "";
const $dollar = 10;

class Holder {
  static readonly first = HEX;
  value = SHIFT;
  t = t;
  read(): number {
    return this.t + this.value + Holder.first;
  }
}

function sum(...numbers: number[]): number {
  let all = 0;
  for (const number of numbers) all = (all + number) & 0xffff;
  return all;
}

console.log(t, t2, f, v_x, keys, body, _, __x, $dollar, sum(t, t2, f, v_x, keys, body, _, __x, $dollar));
console.log(MAX, LEAST, ZERO, 1 << SHIFT, (1 << (SHIFT + 28)) | 0, HEX & -HEX, -SHIFT, ~SHIFT);
console.log(NAME.length, NAME.slice(0, SHIFT), QUOTED.length, LONG, EMPTY === "", EMPTY.length);
for (let i = ZERO; i < SHIFT; i++) console.log(i, NAME.charAt(i));
for (let i = SHIFT; i >= t2; i--) console.log(i);
switch (sum(t2, t2)) {
  case SHIFT:
    console.log("four");
    break;
  default:
    console.log("other");
}
console.log(new Holder().read(), JSON.stringify({ t, t2, NAME }));
{
  const t = "inner";
  const SHIFT = 9;
  console.log(t, SHIFT);
}

function late(): number {
  return LATE;
}
const LATE = 11;
console.log(late(), LATE);

function inner(): number {
  const READ_LATER = 12;
  const read = (): number => READ_LATER;
  const LOCAL = 0x0d;
  return read() + LOCAL;
}
console.log(inner());
