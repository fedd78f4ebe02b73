// Fields that count: an initialiser may change what lies outside of its class.
let n = 0;
class A {
  id = n++;
  other = [1, 2].map((x) => x + n);
}
new A();
const a = new A();
console.log(a.id, n, a.other.join());
class B extends A {
  mine = ++n;
  constructor(public tag: string) {
    super();
    n += 10;
  }
}
const b = new B("t");
console.log(b.id, b.mine, n, b.tag);
class C {
  own = n++;
  constructor() {
    n++;
  }
}
console.log(new C().own, n);
function scope(): number {
  let k = 5;
  class L {
    v = k++;
    w = this.v + k;
  }
  const l = new L();
  const m = new L();
  return l.v * 1000 + m.w * 100 + k;
}
console.log(scope());
