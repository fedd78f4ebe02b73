// Dispatch by instanceof and by overridden methods, over a tree of instances.
abstract class Part {
  abstract render(depth: u8): string;
  count(): number {
    return 1;
  }
}
class Text extends Part {
  constructor(readonly text: string) {
    super();
  }
  render(depth: u8): string {
    return `${" ".repeat(depth)}${this.text}\n`;
  }
}
class Group extends Part {
  readonly parts: Part[] = [];
  constructor(readonly name: string) {
    super();
  }
  add(...parts: Part[]): this {
    for (const part of parts) this.parts.push(part);
    return this;
  }
  render(depth: u8): string {
    let out = `${" ".repeat(depth)}${this.name}:\n`;
    for (const part of this.parts) out += part.render((depth + 1) & 0xff);
    return out;
  }
  override count(): number {
    let n = super.count();
    for (const part of this.parts) n += part.count();
    return n;
  }
}
function names(part: Part, into: string[]): string[] {
  if (part instanceof Group) {
    into.push(part.name);
    for (const inner of part.parts) names(inner, into);
  } else if (part instanceof Text) into.push(part.text.toUpperCase());
  return into;
}
const tree = new Group("menu").add(new Text("one"), new Group("more").add(new Text("two")), new Text("three"));
console.log(tree.render(0));
console.log(tree.count(), names(tree, []).join(), new Text("x").count());
