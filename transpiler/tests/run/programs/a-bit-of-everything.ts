// Classes, errors, closures, promises, bytes and JSON side by side: what one leaves behind must not show in the next.
class A {
  items: string[] = [];
  constructor(
    public name: string,
    protected level = 1,
  ) {
    this.items.push(name);
  }
  describe(): string {
    return `${this.name}:${this.level}`;
  }
  clone(): A {
    return new A(this.name, this.level);
  }
}
class B extends A {
  extra = this.name + "!";
  constructor() {
    super("b", 2);
    this.items.push(this.extra);
  }
  override describe(): string {
    return "B" + super.describe();
  }
}
const all: A[] = [new A("a"), new B()];
for (const x of all) console.log(x.describe(), x.items.join(), x instanceof B);
class MyErr extends Error {
  constructor(
    readonly code: number,
    msg: string,
  ) {
    super(msg);
    this.name = "MyErr";
  }
}
function thrower(n: number): void {
  if (n === 1) throw new MyErr(7, "seven");
  if (n === 2) throw new TypeError("type");
}
for (const n of [0, 1, 2]) {
  try {
    thrower(n);
    console.log("fine");
  } catch (e) {
    if (e instanceof MyErr) console.log(e.code, e.message, e.name);
    else if (e instanceof Error) console.log(e.name, e.message);
  } finally {
    console.log("f" + n);
  }
}
const fs: (() => string)[] = [];
for (const w of ["a", "b"]) {
  let c = 0;
  fs.push(() => {
    c++;
    return w + c;
  });
}
console.log(fs[0]!(), fs[0]!(), fs[1]!());
function labels(): string {
  let out = "";
  loop: for (let i = 0; ; i++) {
    switch (i) {
      case 0:
        continue loop;
      case 1:
        out += "one";
        break;
      case 3:
        break loop;
      default:
        out += "d";
    }
    out += i;
  }
  return out;
}
console.log(labels());
async function seq(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    const v = await Promise.resolve(i * 2);
    console.log("v", v);
    if (v === 2) continue;
  }
}
async function fail(): Promise<number> {
  await null;
  throw new RangeError("late");
}
void seq().then(async () => {
  try {
    await fail();
  } catch (e) {
    console.log((e as Error).name);
  } finally {
    console.log("end");
  }
  return 1;
});
setTimeout(() => console.log("t0"), 0);
queueMicrotask(() => console.log("micro"));
console.log("first");
const u8 = new Uint8Array(4);
for (let i = 0; i < u8.length; i++) u8[i] = i * 100;
console.log([...u8].join(), u8.slice(1, 3).length, u8.indexOf(200));
let h = 0;
for (const ch of "hello") h = (Math.imul(h, 31) + ch.charCodeAt(0)) | 0;
console.log(h, h >>> 0, (h >>> 5) ^ (h << 3));
const opt: { a?: number; b: string | null } = { b: null };
console.log(opt.a, opt.b, opt.a ?? "dflt", JSON.stringify(opt));
opt.a = 3;
console.log(JSON.stringify(opt), JSON.stringify({ ...opt, b: "x" }));
console.log(`${true}`, `${null}`, 1 + "2");
