// Field initialisers run for each instance: after super, before the rest of the constructor, in their order.
const log: string[] = [];
const note = <T>(what: string, value: T): T => {
  log.push(what);
  return value;
};
class Base {
  list: number[] = note("base.list", []);
  constructor(first: number) {
    note("base()", 0);
    this.list.push(first);
    this.setUp();
  }
  setUp(): void {
    note("base.setUp", 0);
  }
}
class Derived extends Base {
  size = note("derived.size", this.list.length);
  map = new Map<string, number>([["size", this.size]]);
  name?: string;
  constructor() {
    super(note("argument", 5));
    note("derived()", 0);
    this.name ??= "set";
  }
  override setUp(): void {
    note(`derived.setUp`, 0);
  }
}
const a = new Derived();
const b = new Derived();
a.list.push(6);
a.map.set("more", 1);
console.log(log.slice(0, 6).join(" "), log.length);
console.log(a.list.join(), b.list.join(), a.size, b.map.size, a.map.size, a.name);
