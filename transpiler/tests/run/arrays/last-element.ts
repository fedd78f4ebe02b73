// The last element by its index: of what is empty there is none, and the program stops.
const rows = [[1], [2, 3], [4, 5, 6]];
const octets = new Uint8Array([7, 8]);
const words = "alpha beta";

class Stack {
  readonly items: string[] = ["x"];

  top(): string {
    return this.items[this.items.length - 1]; //! stops
  }
}

console.log(rows[rows.length - 1].length, rows[rows.length - 1][rows[0].length - 1], octets[octets.length - 1]);
console.log(words[words.length - 1], rows[rows.length - 2][0]);
const stack = new Stack();
stack.items.push("y");
console.log(stack.top());
let reads = 0;
const next = (): number[][] => {
  reads++;
  return rows;
};
console.log(next()[next().length - 1][0], reads);
stack.items.pop();
stack.items.pop();
const empty = stack.items.length;
console.log(empty);
console.log(stack.top());
