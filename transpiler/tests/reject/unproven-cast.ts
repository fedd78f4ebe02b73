// A cast to what no test can tell: the members of an object, the items of an array.
interface Named {
  name: string;
}
const value: unknown = { name: "a" };
const named = value as Named; //! TP2006
const texts = value as string[]; //! TP2006
const empty = {} as Named; //! TP2006
console.log(named.name, texts.length, empty.name);
