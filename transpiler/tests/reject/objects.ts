// What of objects and their keys is refused.
const frozen: { level: number } = Object.freeze({ level: 1 });
frozen.level = 2; //! TP1001: Writing what may be a frozen object
const list = [1, 2];
console.log(Object.keys(list).length); //! TP4001: This value, whose keys are asked for,
console.log(Object.freeze(list).length); //! TP4001: Object.freeze of this
class Late {
  name!: string;
}
class Other {
  other = 1;
}
const either: Late | Other = list.length > 1 ? new Late() : new Other();
console.log("name" in either); //! TP1001: in on this value
const record: { a?: number } = {};
console.log("toString" in record); //! TP1001: in of a key that every object has
const text = list.length > 1 ? "a" : "b";
console.log(text in record); //! TP1001: in on this value
class Declared {
  declare later: number;
  now = 1;
}
class Written {
  toJSON(): string {
    return "own";
  }
}
console.log(JSON.stringify(new Declared())); //! TP2012: only declared
console.log(JSON.stringify(new Written())); //! TP2012: toJSON
const proto = { a: 1, __proto__: null }; //! TP1001: The key __proto__
console.log(proto.a);
const person = {
  name: "p",
  greet() {
    return `hello ${this.name}`;
  },
};
const twin = { ...person, name: "q" }; //! TP1001: A copy of an object with methods
console.log(twin.name);
interface Greeter {
  greet: () => string;
}
const greeter: Greeter = person;
const detached = greeter.greet; //! TP1006
console.log(detached());
const table: Record<string, () => string> = {
  go() { //! TP1001: A method or accessor in a dictionary
    return "go";
  },
};
console.log(table["go"]());
const numbered = { 1: "a", b: "b" };
const put = { ...numbered, c: "c" }; //! TP1001: A number as a key of an object that is put together
console.log(put.c);
