// Values that change places: names, elements, members; the value of the whole assignment.
let a = 1;
let b = 2;
[a, b] = [b, a];
console.log(a, b);

const sorted = [5, 3, 9, 1];
for (let i = 0; i < sorted.length; i++) {
  for (let j = 0; j + 1 < sorted.length - i; j++) {
    const [left, right] = [sorted[j] ?? 0, sorted[j + 1] ?? 0];
    if (left > right) [sorted[j], sorted[j + 1]] = [right, left];
  }
}
console.log(sorted.join());

const reversed = ["x", "y", "z", "w"];
for (let i = 0, j = reversed.length - 1; i < j; i++, j--) {
  [reversed[i], reversed[j]] = [reversed[j] as string, reversed[i] as string];
}
console.log(reversed.join(""));

class Pair {
  first = "one";
  second = "two";

  swap(): this {
    [this.first, this.second] = [this.second, this.first];
    return this;
  }
}
const pair = new Pair().swap();
console.log(pair.first, pair.second);

function divisor(m: number, n: number): number {
  let [big, small] = [m & 0xffff, n & 0xffff];
  while (small !== 0) [big, small] = [small, big % small];
  return big;
}
console.log(divisor(1071, 462), divisor(17, 5), divisor(0, 9));

let [p, q, r] = [1, 2, 3];
const whole = ([p, q, r] = [q, r, p]);
console.log(p, q, r, whole.length, whole[0]);
for (let [low, high] = [0, 9]; low < high; [low, high] = [low + 2, high - 3]) console.log(low, high);
