//! refuse TP2017
// What an array has by JavaScript's prototype is no attribute of a list on the device.
interface Stack {
  push(n: number): void;
  readonly length: number;
}
const stack: Stack = [1, 2];
console.log(stack.length);
