// What matters is the shape: objects of different origins where an interface is asked for.
interface Named {
  readonly name: string;
}
interface Sized {
  size(): number;
}
class User {
  constructor(
    readonly name: string,
    private readonly age: number,
  ) {}
  size(): number {
    return this.age;
  }
}
class File {
  name = "file";
  content = "abc";
  size = (): number => this.content.length;
}
const literal = { name: "literal", extra: true, size: () => 1 };
const greet = (n: Named): string => `hi ${n.name}`;
const total = (...all: Sized[]): number => all.reduce((sum, s) => sum + s.size(), 0);
const things: (Named & Sized)[] = [new User("ann", 40), new File(), literal];
console.log(things.map(greet).join(), total(...things), total());
const pick = <T extends Named>(items: T[], name: string): T | undefined => items.find((i) => i.name === name);
console.log(pick([literal], "literal")?.extra, pick(things, "file")?.size(), pick(things, "x") === undefined);
interface Stack {
  push(n: number): void;
  pop(): number | undefined;
  readonly length: number;
}
class Limited implements Stack {
  private readonly items: number[] = [];
  push(n: number): void {
    if (this.items.length < 1) this.items.push(n);
  }
  pop(): number | undefined {
    return this.items.pop();
  }
  get length(): number {
    return this.items.length;
  }
}
const fill = (s: Stack): string => {
  s.push(7);
  s.push(8);
  return `${s.length} ${s.pop()}`;
};
class Growing implements Stack {
  length = 0;
  private readonly items: number[] = [];
  push = (n: number): void => {
    this.length = this.items.push(n);
  };
  pop = (): number | undefined => this.items.pop();
}
console.log(fill(new Limited()), fill(new Growing()));
