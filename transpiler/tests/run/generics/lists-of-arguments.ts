// Type parameters that stand for lists of arguments.
function memoize<A extends unknown[], R>(f: (...args: A) => R): (...args: A) => R {
  const known = new Map<string, { value: R }>();
  return (...args) => {
    const key = JSON.stringify(args);
    const hit = known.get(key);
    if (hit) return hit.value;
    const value = f(...args);
    known.set(key, { value });
    return value;
  };
}
let calls = 0;
const add = memoize((a: number, b: number): number => {
  calls++;
  return (a + b) & 0xffff;
});
const greet = memoize((name: string, loud?: boolean) => `hi ${name}${loud ? "!" : ""}`);
console.log(add(1, 2), add(1, 2), add(2, 1), calls, greet("a"), greet("a", true), greet("a"));
const bind =
  <A extends unknown[], B extends unknown[], R>(f: (...args: [...A, ...B]) => R, ...first: A) =>
  (...then: B): R =>
    f(...first, ...then);
const join3 = (a: string, b: number, c: boolean): string => `${a}${b}${c}`;
console.log(bind(join3, "x", 1)(true), bind(join3)("y", 2, false), bind(join3, "z", 3, true)());
const times =
  <A extends unknown[]>(n: number, f: (...args: A) => void) =>
  (...args: A): void => {
    for (let i = 0; i < n; i++) f(...args);
  };
times(2, (a: string, b: number) => console.log(a, b))("t", 7);
times(1, (...all: number[]) => console.log(all.length, all.join()))(1, 2, 3);
times(1, () => console.log("none"))();
function debounce<A extends unknown[]>(f: (...args: A) => void, ms: number): (...args: A) => void {
  let last: A | null = null;
  return (...args: A) => {
    const first = last === null;
    last = args;
    if (first)
      setTimeout(() => {
        if (last) f(...last);
        last = null;
      }, ms);
  };
}
const save = debounce((name: string, size: number) => console.log("saved", name, size + 1), 5);
save("a", 1);
save("b", 2);
type Listener<A extends unknown[]> = (...args: A) => void;
class Signal<A extends unknown[]> {
  private readonly listeners: Listener<A>[] = [];
  on(listener: Listener<A>): () => void {
    this.listeners.push(listener);
    return () => {
      this.listeners.splice(this.listeners.indexOf(listener), 1);
    };
  }
  emit(...args: A): number {
    for (const listener of [...this.listeners]) listener(...args);
    return this.listeners.length;
  }
}
const moved = new Signal<[x: number, y: number]>();
const off = moved.on((x, y) => console.log("moved", x, y));
moved.on((...both) => console.log(both.length, both.join()));
moved.on((x) => console.log("x", x * 2));
console.log(moved.emit(3, 4));
off();
console.log(moved.emit(5, 6));
const named = new Signal<[name: string, ...counts: number[]]>();
named.on((name, ...counts) => console.log(name, counts.join("+")));
named.emit("n");
named.emit("m", 1, 2);
function wrap<A extends [string, ...unknown[]], R>(f: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    console.log("call", args[0], args.length);
    return f(...args);
  };
}
console.log(wrap((id: string, n: number) => `${id}${n}`)("k", 4));
const point = (...xy: [x: number, y: number]): string => `${xy[0]}/${xy[1]} ${xy.length}`;
const pair: [number, number] = [8, 9];
console.log(point(1, 2), point(...pair), point(...pair));
const show = (...p: [x: number, y: number, z?: number]): string => p.map((n) => `${n}`).join();
console.log(show(1, 2), show(1, 2, 3));
const either = (...args: [kind: "n", value: number] | [kind: "t", text: string]): string =>
  args[0] === "n" ? `n${args[1]}` : `t${args[1].length}`;
console.log(either("n", 5), either("t", "abc"));
type Three = [number, number?, number?];
const plus = (a: number, b = 10, c = 100): number => a + b + c;
for (const three of [[1], [1, 2], [1, 2, 3]] as Three[]) console.log(plus(...three));
const opt: [string, number?] = ["o"];
const firstOf = (name: string, ...counts: (number | undefined)[]): string => `${name}${counts.length}`;
console.log(firstOf(...opt));
async function retry<A extends unknown[], R>(n: number, f: (...args: A) => Promise<R>, ...args: A): Promise<R> {
  for (let i = 1; ; i++) {
    try {
      return await f(...args);
    } catch (e) {
      if (i >= n) throw e;
    }
  }
}
let tries = 0;
console.log(
  await retry(
    3,
    async (a: string, b: number) => {
      if (++tries < 3) throw new Error("no");
      return `${a}${b}${tries}`;
    },
    "r",
    1,
  ),
);
export {};
