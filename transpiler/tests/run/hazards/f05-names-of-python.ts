// Keywords, builtins and modules of Python as names of variables, functions, fields, parameters and keys.
const len = 1;
const None = 2;
const is = 3;
let lambda = (def: number): number => def + len;
function print(str: string, int: number): string {
  return `${str}${int}`;
}
class list {
  self = 5;
  pass = "p";
  from(del: number): number {
    return this.self + del;
  }
  get not(): boolean {
    return this.self > 5;
  }
  static global = "g";
}
const dict = new list();
console.log(len + None + is, lambda(4), print("x", 7), dict.from(1), dict.pass, dict.not, list.global);
lambda = (def) => def * 2;
const and = { or: 1, elif: [2], raise: { except: "e" }, True: true, __init__: 0, class: "c" };
console.log(lambda(4), JSON.stringify(and), and.raise.except, and.class);
const { or, elif, raise: nonlocal } = and;
console.log(or, elif.join(), nonlocal.except);
for (const range of [1, 2]) for (const map of ["a"]) console.log(range, map);
const min = (isinstance: number, ord: number): number => (isinstance < ord ? isinstance : ord);
const bytearray = new Uint8Array(3);
const exec = [...bytearray].map((id, chr) => id + chr);
console.log(min(3, 2), Math.min(3, 2), Math.max(len, is), exec.join(), bytearray.length);
const sys = "sys";
const struct = sys + "!";
let async = 0;
const yield_ = (): number => ++async % 10;
console.log(struct, yield_(), yield_(), async);
