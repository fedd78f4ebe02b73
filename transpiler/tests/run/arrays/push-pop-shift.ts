// The ends of an array: push, pop, shift and unshift, and what they give.
const xs: number[] = [];
console.log(xs.push(1), xs.push(2, 3), xs.join());
console.log(xs.pop(), xs.shift(), xs.join(), xs.unshift(9), xs.join());
console.log(xs.pop(), xs.pop(), xs.pop(), xs.length);
const fifo: string[] = [];
for (const s of ["a", "b", "c"]) fifo.push(s);
let out = "";
let next = fifo.shift();
while (next !== undefined) {
  out += next;
  if (next === "a") fifo.push("d");
  next = fifo.shift();
}
console.log(out);
const stack = [1];
for (let i = 0; i < 4; i++) stack.push((stack[stack.length - 1] + stack.length) % 100);
console.log(stack.join());
stack.length = 0;
console.log(stack.length, stack.pop());
