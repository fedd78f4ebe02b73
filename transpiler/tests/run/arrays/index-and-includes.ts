// indexOf and includes: numbers and texts by value, objects by identity.
const numbers = [3, 1, 3, 0];
console.log(numbers.indexOf(3), numbers.indexOf(0), numbers.indexOf(9), numbers.includes(1), numbers.includes(2));
const texts = ["a", "", "ab"];
console.log(texts.indexOf(""), texts.indexOf("b"), texts.includes("ab"), texts.includes("A"));
class Item {
  constructor(readonly n: number) {}
}
const one = new Item(1);
const items = [new Item(1), one, new Item(1)];
console.log(items.indexOf(one), items.indexOf(new Item(1)), items.includes(items[2]));
const rows = [[1], [1]];
console.log(rows.indexOf(rows[1]), rows.includes([1]));
const flags = [true, false];
console.log(flags.indexOf(false), flags.includes(true), [false].includes(true));
