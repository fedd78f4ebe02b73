// What holds at the head of a loop: after continue, break, labels, finally, loops in loops, and turns that never come.
const pack = (septets: number[]): number[] => {
  const out: number[] = [];
  let bits = 0;
  let width = 0;
  for (const septet of septets) {
    bits |= septet << width;
    width += 7;
    if (width >= 8) {
      out.push(bits & 0xff);
      bits >>= 8;
      width -= 8;
    }
  }
  if (width > 0) out.push(bits & 0xff);
  return out;
};
console.log(pack([127, 1, 64, 3, 5, 77, 2, 126, 9]).join());
const skipping = (text: string): string => {
  let depth = 0;
  let seen = "";
  let at = 0;
  while (at < text.length) {
    const c = text.charAt(at);
    at++;
    if (c === "(") {
      depth = depth + 1;
      continue;
    }
    if (c === ")") {
      depth = Math.max(0, depth - 1);
      continue;
    }
    seen += `${c}${depth}`;
    if (depth > 2) break;
  }
  return `${seen} ${at} ${depth}`;
};
console.log(skipping("a(b(c))d)e((((f"), skipping(""), skipping("("));
const labelled = (rows: number[][]): string => {
  let last = -1;
  let turns = 0;
  outer: for (const row of rows) {
    for (const cell of row) {
      if (cell < 0) {
        last = 1000;
        continue outer;
      }
      if (cell > 99) break outer;
      last = cell & 7;
    }
    turns = last;
  }
  return `${last} ${turns}`;
};
console.log(labelled([[1, 2], [3, -1, 5], [15]]), labelled([[-1]]), labelled([[], [200]]), labelled([]));
const throughFinally = (n: number): string => {
  let state = 0;
  let log = "";
  for (let i = 0; i < n; i++) {
    try {
      if (i === 1) continue;
      if (i === 4) break;
      state = 2;
    } finally {
      log += state;
      state = state === 2 ? 500 : 70;
    }
  }
  return `${log} ${state}`;
};
console.log(throughFinally(3), throughFinally(9), throughFinally(0));
let shift = 0;
let value = 1;
do {
  value = (value << shift) & 0xffff;
  shift = (shift + 3) & 7;
  if (value === 0) value = 5;
} while (shift !== 0);
console.log(shift, value);
const gcd = (a: number, b: number): number => {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return x;
};
console.log(gcd(1071, 462), gcd(3, 0), gcd(17, 5));
const stairs = (n: number): number => {
  let a = 1;
  let b = 1;
  for (let i = 0; i < n; i++) {
    const c = (a + b) % 10007;
    a = b;
    b = c;
  }
  return a;
};
console.log(stairs(10), stairs(40), stairs(0));
for (let i = 0, width = 1; i < 4; i++, width *= 2) {
  if (width > 4) width = 1;
  console.log(i, 1 << width, (255 << width) | 0);
}
let countdown = 5;
while (countdown-- > 0) if (countdown === 2) countdown--;
console.log(countdown, 1 << (countdown & 31));
