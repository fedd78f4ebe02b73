// Functions of functions, records by type parameters, methods that take what others name.
const keysOf = <T extends object>(o: T): (keyof T)[] => Object.keys(o) as (keyof T)[];
console.log(keysOf({ a: 1, b: "x" }).join());
const entries = <V>(o: Record<string, V>): [string, V][] => Object.entries(o);
console.log(
  entries({ a: 1 })
    .map(([k, v]) => k + v)
    .join(),
);
const mapValues = <V, W>(o: Record<string, V>, f: (v: V, k: string) => W): Record<string, W> => {
  const out: Record<string, W> = {};
  for (const k of Object.keys(o)) out[k] = f(o[k], k);
  return out;
};
console.log(JSON.stringify(mapValues({ a: 1, b: 2 }, (v, k) => `${k}${v}`)));
const merge = <A extends object, B extends object>(a: A, b: B): A & B => ({ ...a, ...b });
const m = merge({ a: 1 }, { b: "t" });
console.log(JSON.stringify(m), m.b.length);
const clone = <T extends { id: number }>(x: T, patch: Partial<T>): T => ({ ...x, ...patch });
console.log(JSON.stringify(clone({ id: 1, n: "a" }, { n: "b" })));
type Fn<A extends unknown[] = []> = (...args: A) => string;
const f0: Fn = () => "f0";
const f2: Fn<[number, string]> = (n, s) => `${n}${s}`;
console.log(f0(), f2(1, "x"));
function overload(a: string): string;
function overload(a: number, b: number): string;
function overload(...args: [string] | [number, number]): string {
  return args.length === 1 ? args[0] : `${args[0]}+${args[1]}`;
}
console.log(overload("a"), overload(1, 2));
class Query {
  private parts: string[] = [];
  where(...conds: [field: string, value: string | number][]): this {
    for (const [f, v] of conds) this.parts.push(`${f}=${v}`);
    return this;
  }
  toString(): string {
    return this.parts.join("&");
  }
}
console.log(`${new Query().where(["a", 1], ["b", "x"]).where()}`);
abstract class Plugin {
  abstract run(...args: string[]): string;
}
class One extends Plugin {
  run(a: string): string {
    return a;
  }
}
class All extends Plugin {
  run(...all: string[]): string {
    return all.join("");
  }
}
class None extends Plugin {
  run(): string {
    return "-";
  }
}
for (const p of [new One(), new All(), new None()] as Plugin[]) console.log(p.run("x", "y"), p.run(..."zw".split("")));
const handlers = new Map<string, (...args: string[]) => string>([
  ["one", (a) => a],
  ["all", (...a) => a.join("/")],
  ["none", () => "0"],
]);
for (const [k, h] of handlers) console.log(k, h("p", "q"));
const async1: (...ns: number[]) => Promise<number> = async (a, b = 2) => (a + b) & 7;
console.log(await async1(1), await Promise.all([async1(1, 1), async1(3)]).then((r) => r.join()));
export {};
