// What a test has excluded may be back after other code has run: it stops before it is stored where it is not expected.
class Item {
  constructor(
    public next: Item | null,
    public name: string,
  ) {}
}
const item = new Item(new Item(null, "second"), "first");

function nameOf(one: Item): string {
  return one.name;
}
function untouched(): string {
  if (item.next === null) return "none";
  const { next } = item;
  return nameOf(next) + nameOf(item.next);
}
console.log(untouched());

let current: string | null = "x";
function reset(): void {
  current = null;
}
if (current !== null) {
  const before: string = current;
  reset();
  console.log(before, `${current}`);
}
current = "y";
while (current !== null) {
  const copy: string = current;
  console.log(copy);
  reset();
}

current = "again";
if (current !== null) {
  reset();
  const copy: string = current; //! stops
  console.log(copy);
}
