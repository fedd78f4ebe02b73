// What an instance writes of itself: a record made by a method, with what it inherits.
interface Written {
  id: number;
  name?: string;
  list: number[];
}
class Base {
  static made = 0;
  readonly id: number;
  protected list: number[] = [];
  constructor() {
    Base.made += 1;
    this.id = Base.made;
  }
  add(n: number): this {
    this.list.push(n);
    return this;
  }
  record(): Written {
    return { id: this.id, list: this.list };
  }
}
class Named extends Base {
  constructor(private readonly name: string) {
    super();
  }
  override record(): Written {
    const { id, list } = super.record();
    return { name: this.name, id, list };
  }
}
const all: Base[] = [new Base().add(1), new Named("x").add(2).add(3)];
for (const one of all) console.log(JSON.stringify(one.record()));
console.log(
  JSON.stringify(all.map((one) => one.record())),
  JSON.stringify({ made: Base.made, first: all[0].record() }),
);
