// Async methods, getters that give promises, static async factories, inheritance and super.
const tick = async (n: number): Promise<number> => {
  await null;
  return n;
};
abstract class Source {
  protected opened = 0;
  static async create(kind: string): Promise<Source> {
    const made = kind === "twice" ? new Twice() : new Plain();
    await made.open();
    return made;
  }
  protected async open(): Promise<void> {
    this.opened = await tick(this.opened + 1);
  }
  abstract read(n: number): Promise<number>;
  get ready(): Promise<boolean> {
    return Promise.resolve(this.opened > 0);
  }
  describe = async (): Promise<string> => `${this.opened} ${await this.read(1)}`;
}
class Plain extends Source {
  async read(n: number): Promise<number> {
    return (await tick(n)) * 10;
  }
}
class Twice extends Plain {
  override async read(n: number): Promise<number> {
    const once = await super.read(n);
    return (once + (await super.read(n + 1))) & 0xffff;
  }
  protected override async open(): Promise<void> {
    await super.open();
    await super.open();
  }
}
for (const kind of ["plain", "twice"]) {
  const source = await Source.create(kind);
  console.log(kind, await source.read(2), await source.ready, await source.describe());
}
class Counter {
  private n = 0;
  async next(): Promise<number> {
    const now = this.n;
    await null;
    this.n = (now + 1) % 100;
    return this.n;
  }
}
const c = new Counter();
console.log((await Promise.all([c.next(), c.next(), c.next()])).join(), await c.next());
export {};
