// What an interface calls a property may be a field, a getter, or a key of a literal.
interface Named {
  readonly name: string;
}
interface Level {
  level: number;
}
class Field implements Named {
  constructor(readonly name: string) {}
}
class Getter implements Named, Level {
  #reads = 0;
  #level = 1;
  get name(): string {
    this.#reads += 1;
    return `getter read ${this.#reads}`;
  }
  get level(): number {
    return this.#level;
  }
  set level(value: number) {
    this.#level = value > 9 ? 9 : value;
  }
}
class Deeper extends Getter {
  override get name(): string {
    return `deeper ${super.name}`;
  }
}
const show = (one: Named): string => one.name;
const raise = (one: Level): number => {
  one.level += 5;
  return one.level;
};
const g = new Getter();
console.log(show(new Field("field")), show(g), show(g), show({ name: "literal" }), show(new Deeper()));
console.log(g.name, raise(g), raise(g), g.level);
const plain = { level: 7 };
console.log(raise(plain), raise(new Deeper()));
const all: Named[] = [g, new Field("f"), { name: "l" }, new Deeper()];
console.log(all.map((one) => one.name).join());
const { name } = g;
console.log(name);
interface Sized {
  readonly size: number;
}
class OnlyGetters implements Sized {
  get size(): number {
    return 3;
  }
}
class AlsoGetters implements Sized {
  get size(): number {
    return 4;
  }
}
const total = (list: readonly Sized[]): number => {
  let sum = 0;
  for (const one of list) sum += one.size;
  return sum;
};
console.log(total([new OnlyGetters(), new AlsoGetters()]));
