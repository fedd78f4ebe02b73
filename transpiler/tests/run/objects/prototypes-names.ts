// Names that every JavaScript object inherits are ordinary keys where they are put in.
const dict: Record<string, string> = {};
for (const key of ["constructor", "toString", "hasOwnProperty", "valueOf", "name"]) dict[key] = `own ${key}`;
console.log(Object.keys(dict).join(), dict["name"], dict["toString"]);
const m = new Map<string, number>();
for (const word of ["constructor", "__proto__", "get", "size", "constructor"]) m.set(word, (m.get(word) ?? 0) + 1);
console.log([...m].map(([k, v]) => `${k}${v}`).join());
const record = { get: 1, set: 2, size: 3, keys: 4, append: 5, items: 6 };
console.log(record.get + record.set + record.size + record.keys, JSON.stringify(record), record.append + record.items);
class Odd {
  constructor(
    readonly length: number,
    readonly push: string,
    readonly prototype = "p",
  ) {}
  static create(): Odd {
    return new Odd(0, "pushed");
  }
}
const odd = Odd.create();
console.log(odd.length, odd.push, odd.prototype, odd ? "truthy" : "falsy");
const shadow = { toString: () => "own text", valueOf: 5 };
console.log(shadow.toString(), shadow.valueOf);
