// Assignments and calls in conditions; loops over changing data.
const input = ["3", "4", "+", "2", "*"];
const stack: number[] = [];
let token: string | undefined;
while ((token = input.shift()) !== undefined) {
  if (token === "+" || token === "*") {
    const b = (stack.pop() ?? 0) & 0xff;
    const a = (stack.pop() ?? 0) & 0xff;
    stack.push(token === "+" ? a + b : a * b);
  } else stack.push(token.charCodeAt(0) - 48);
}
console.log(stack.join());
let n: int<0, 1000000> = 27;
let steps = 0;
while (n !== 1) {
  n = n % 2 === 0 ? Math.floor(n / 2) : (n * 3 + 1) % 1000000;
  steps++;
}
console.log(steps);
let low = 0;
let high = 99;
while (low < high) {
  const middle = Math.floor((low + high) / 2);
  if (middle < 42) low = middle + 1;
  else high = middle;
}
console.log(low);
let bits = 0;
for (let x: u32 = 0xf0f0; x; x = (x & (x - 1)) >>> 0) bits++;
console.log(bits);
