// Names that begin with underscores keep apart from each other and from those of Python's classes.
class A {
  __x = 1;
  _x = 2;
  x = 3;
  __dict__ = "d";
  __name__ = "n";
  __class__ = "c";
  __call__(): string {
    return this.__dict__ + this.__name__ + this.__class__;
  }
  __len__(): number {
    return 0;
  }
}
class B extends A {
  #x = 4;
  override __x = 10;
  sum(): number {
    return this.__x + this._x + this.x + this.#x;
  }
}
const a: A | null = new A();
const b = new B();
console.log(a.__x, a._x, a.x, a.__call__(), a ? "truthy" : "falsy", a.__len__());
console.log(b.__x, b.sum(), JSON.stringify({ __proto: 1, _a: 2 }));
const __file__ = "f";
const __ = 1;
const _ = 2;
const __add__ = (_x: number, __x: number): number => _x * 10 + __x;
console.log(__file__, __ + _, __add__(1, 2));
