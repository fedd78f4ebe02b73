// Field initialisers run for each instance, in order, before the constructor's body.
let made = 0;
function serial(): number {
  made += 1;
  return made;
}
class Box {
  items: number[] = [];
  id = serial();
  label = `box ${this.id}`;
  readonly size: number;
  constructor(
    size: number,
    private owner = "nobody",
  ) {
    this.size = size;
    this.items.push(size);
  }
  describe(): string {
    return `${this.label} ${this.size} ${this.owner} [${this.items.join()}]`;
  }
}
const a = new Box(1);
const b = new Box(2, "amy");
a.items.push(10);
console.log(a.describe());
console.log(b.describe());
b.label = "renamed";
console.log(b.label, a.label, a.items === b.items, made);
