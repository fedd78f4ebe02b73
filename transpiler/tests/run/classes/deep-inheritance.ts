// Six levels of classes: methods, fields and super calls through all of them.
class L0 {
  protected trail: string[] = ["L0"];
  constructor(readonly tag: string) {
    this.trail.push(`new ${tag}`);
  }
  path(): string {
    return "0";
  }
  sum(n: u8): number {
    return n;
  }
  text(): string {
    return `${this.path()} ${this.trail.join(">")}`;
  }
}
class L1 extends L0 {
  override path(): string {
    return `${super.path()}1`;
  }
}
class L2 extends L1 {
  protected extra = this.trail.length;
  override sum(n: u8): number {
    return (super.sum(n) + this.extra) & 0xff;
  }
}
class L3 extends L2 {
  constructor(tag: string, more: string) {
    super(tag + more);
    this.trail.push(`L3 ${more}`);
  }
  override path(): string {
    return `${super.path()}3`;
  }
}
class L4 extends L3 {
  override sum(n: u8): number {
    const later = (): number => super.sum(n) * 2;
    return (later() + [1, 2].map((x) => super.sum(n) + x).length) & 0xfff;
  }
}
class L5 extends L4 {
  constructor() {
    super("t", "more");
  }
  override path(): string {
    return `${super.path()}5`;
  }
  override text(): string {
    return `[${super.text()}]`;
  }
}
for (const one of [new L0("a"), new L1("b"), new L2("c"), new L3("d", "e"), new L4("f", "g"), new L5()])
  console.log(one.text(), one.sum(10), one instanceof L3, one instanceof L1, one.tag);
