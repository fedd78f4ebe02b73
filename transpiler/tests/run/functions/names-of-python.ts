// Names that mean something in Python are plain names here.
const None = 2;
const is = 3;
const len = (xs: number[]): number => xs.length;
const print = (s: string): void => console.log(`printed ${s}`);
const str = "text";
const list = [1, 2, 3];
const def = 4;
const lambda = (pass: number, elif: number): number => pass - elif;
console.log(None + is, len(list), str, def, lambda(9, 4));
print(str);
const record = { from: "a", class: 1, in: 2, self: 3, and: 4, import: 5, None: 6 };
console.log(record.from, record.class + record.in, record.self, record.and, record.import, record.None);
console.log(JSON.stringify(record));
class tuple {
  type = 1;
  id = 2;
  not(and: number): number {
    return this.type + this.id + and;
  }
  __init__(): string {
    return "a method like another";
  }
}
const dict = new tuple();
console.log(dict.not(10), dict.__init__(), dict.type);
const True = false;
const range = [True, !True];
for (const int of range) console.log(int);
const Exception = new Error("named Exception");
console.log(Exception.message, Exception.name);
