// Accessors and methods of the base class through super, over two levels.
class A {
  protected n = 1;
  get v(): number {
    return this.n;
  }
  set v(x: number) {
    this.n = x % 1000;
  }
  describe(): string {
    return `A${this.v}`;
  }
}
class B extends A {
  override get v(): number {
    return 10 + (super.v & 0xfff);
  }
  override set v(x: number) {
    super.v = (x % 100) * 2;
  }
  override describe(): string {
    return `B(${super.describe()})`;
  }
}
class C extends B {
  override get v(): number {
    return (super.v & 0xfff) + 100;
  }
  override set v(x: number) {
    super.v = x;
  }
  override describe(): string {
    const inner = (): string => super.describe();
    return `C[${inner()}]`;
  }
}
for (const x of [new A(), new B(), new C()]) {
  console.log(x.v + 0, x.describe());
  x.v = 7;
  console.log(x.v + 0, x.describe());
  x.v += 1;
  console.log(x.v + 0);
}
