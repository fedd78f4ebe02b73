// A static member and an instance member may have one name.
class Twice {
  static x = "static x";
  x = "instance x";
  static describe(): string {
    return `static ${this.x}`;
  }
  describe(): string {
    return `instance ${this.x}`;
  }
  static get size(): number {
    return 1;
  }
  get size(): number {
    return 2;
  }
  static from(text: string): Twice {
    const made = new Twice();
    made.x = text;
    return made;
  }
}
class Sub extends Twice {
  static own = "static own";
  static override describe(): string {
    return `sub ${super.describe()} ${this.own}`;
  }
  override describe(): string {
    return `sub ${super.describe()}`;
  }
  own(): string {
    return `instance own ${Sub.own}`;
  }
}
const t = Twice.from("made");
console.log(Twice.x, t.x, Twice.describe(), t.describe(), Twice.size, t.size);
console.log(Sub.x, new Sub().x, Sub.describe(), new Sub().describe(), new Sub().own());
Twice.x = "changed";
console.log(Twice.x, t.x, Sub.x, new Twice().x, Sub.describe());
