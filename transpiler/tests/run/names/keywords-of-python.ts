// What is a keyword or a constant for Python is an ordinary name here: of variables, functions, parameters, members, types.
const def = 1;
const None = 2;
const lambda = [3].length;
let nonlocal = 4;
nonlocal += lambda;
const pass = (is: number, and: number): number => is + and;
function raise(or: number, not = 5): number {
  const elif = or + not;
  return elif;
}
const as = "as";
const from = "from";
const global = { del: 6, True: 7, class: 8, if: 9, except: { print: 10, def } };
console.log(def, None, lambda, nonlocal, pass(1, 2), raise(3), as, from);
console.log(global.del + global.True + global.class + global.if, global.except.print, JSON.stringify(global));
class False {
  None = 1;
  def = [2].length;
  self = 3;
  static lambda = 4;
  constructor(readonly assert: number) {}
  exec(self: number): number {
    return self + this.self + this.None + this.def + this.assert;
  }
  get pass(): number {
    return this.def;
  }
  set pass(raise: number) {
    this.def = raise;
  }
}
const elif = new False(5);
elif.pass = 40;
console.log(elif.exec(1), elif.pass, False.lambda, elif instanceof False);
interface yields {
  or: number;
  not: boolean;
}
interface lambda {
  and: string;
}
const both: yields & lambda = { or: 1, not: true, and: "x" };
const { or, not: except, and } = both;
console.log(or, except, and, JSON.stringify(both));
function async(): number[] {
  return [1, 2];
}
let sum = 0;
for (const del of async()) sum += del;
console.log(sum);
try {
  throw new Error("raised");
} catch (raise) {
  console.log(raise instanceof Error);
}
def: for (const with_ of [1, 2]) {
  for (const _with of [3]) {
    if (with_ === 1) continue def;
    console.log(with_ + _with);
  }
}
