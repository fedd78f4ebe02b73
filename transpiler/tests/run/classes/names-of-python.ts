// Members named as Python's keywords, builtins, decorators and special methods are.
class Odd {
  from = 1;
  from_ = 2;
  from__ = 3;
  class = 4;
  None = 5;
  self = 6;
  cls = 7;
  len = 8;
  print = 9;
  type = 10;
  list = [11];
  dict = 12;
  __x = 13;
  _x_ = 14;
  _x = 15;
  x = 16;
  a$b = 17;
  a_S_b = 18;
  $ = 19;
  _ = 20;
  k_a = 21;
  _keys = 22;
  __class__ = 23;
  __dict__ = 24;
  größe = 25;
  名前 = "unicode";
  get = "get";
  set = "set";
  _get_y = "plain";
  keys(): string {
    return "keys";
  }
  items(): string {
    return "items";
  }
  staticmethod(): string {
    return "staticmethod";
  }
  static make(): string {
    return "static make";
  }
  property(): string {
    return "property";
  }
  classmethod(): string {
    return "classmethod";
  }
  static from(): Odd {
    return new this();
  }
  get y(): string {
    return `y after ${this._get_y}`;
  }
  __init__(): string {
    return "init";
  }
  __len__(): number {
    return 0;
  }
  __eq__(): boolean {
    return true;
  }
  __bool__(): boolean {
    return false;
  }
  __str__(): string {
    return "str";
  }
  __getattr__(): string {
    return "getattr";
  }
  del(not: number, self: number): string {
    return `${not} ${self} ${this.self}`;
  }
}
const o = Odd.from();
console.log(o.from, o.from_, o.from__, o.class, o.None, o.self, o.cls, o.len, o.print, o.type, o.list.join(), o.dict);
console.log(o.__x, o._x_, o._x, o.x, o.a$b, o.a_S_b, o.$, o._, o.k_a, o._keys, o.__class__, o.__dict__);
console.log(o.größe, o.名前, o.get, o.set, o._get_y, o.y);
console.log(o.keys(), o.items(), o.staticmethod(), Odd.make(), o.property(), o.classmethod());
console.log(o.__init__(), o.__len__(), o.__eq__(), o.__bool__(), o.__str__(), o.__getattr__(), o.del(1, 2));
console.log(o ? "true" : "false", new Odd() === o, o === o);
class Sub extends Odd {
  override del(not: number, self: number): string {
    return `sub ${super.del(not, self)}`;
  }
  override __init__(): string {
    return `sub ${super.__init__()}`;
  }
}
console.log(new Sub().del(3, 4), new Sub().__init__());
