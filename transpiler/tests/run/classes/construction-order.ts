// Base fields, base constructor, derived fields, derived constructor; calls of overridden methods on the way.
const log: string[] = [];
const note = (text: string): string => {
  log.push(text);
  return text;
};
class Base {
  first = note("base field");
  second = note(`base sees ${this.kind()}`);
  constructor(text = note("base default")) {
    note(`base body ${text} ${this.describe()}`);
  }
  kind(): string {
    return "base";
  }
  describe(): string {
    return "base description";
  }
}
class Middle extends Base {
  third = note("middle field");
  override kind(): string {
    return "middle";
  }
}
class Derived extends Middle {
  fourth = note("derived field");
  late: string | undefined;
  early: string | undefined = "set by the field";
  constructor(
    readonly given: string,
    extra = note("derived default"),
  ) {
    note("before super");
    super(note("argument"));
    note(`derived body ${given} ${extra} ${this.fourth} ${this.late} ${this.early}`);
  }
  override describe(): string {
    this.late = "set by the base's constructor";
    return `derived description, early ${this.early}`;
  }
}
const d = new Derived("given");
console.log(log.join("\n"));
console.log(d.late, d.early, d.given, d.first, d.second, d.third, d.fourth);
log.length = 0;
new Middle();
new Base("x");
console.log(log.join("\n"));
