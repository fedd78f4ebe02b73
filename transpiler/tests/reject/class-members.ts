// Members and uses of classes that are refused.
const key = "a".repeat(2);
class Base {
  static #made = 0;
  n = 1;
  [key] = 2; //! TP1001: A computed member name
  accessor level = 3; //! TP1001: An accessor field
  method(): number {
    return Base.#made;
  }
  static isClass(value: object): boolean {
    return #made in value; //! TP1001: A static #name before in
  }
}
class Derived extends Base {
  override method(): number {
    const detached = super.method; //! TP1001: super in this place
    return detached();
  }
}
function outside(this: Base): number {
  return this.n; //! TP1001: `this` outside of a class
}
for (let i = 0; i < 2; i++) {
  class Own {
    copy(): Own { //! TP1001: A class in a loop that names itself
      return new Own();
    }
  }
  console.log(new Own().copy() === null);
}
class Money {
  valueOf(): number {
    return 5;
  }
  toString(): string {
    return "five";
  }
}
console.log("a" + new Money()); //! TP2011: valueOf
void Math; //! TP4001: Math as a value
console.log(new Derived() === null);
