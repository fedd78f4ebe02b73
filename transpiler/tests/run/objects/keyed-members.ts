// object[key] where the type knows the names: literal unions, keyof, generics; read, written, stepped, with getters and absent members.
type Level = "debug" | "info" | "warn";
const COLOURS = { debug: 90, info: 36, warn: 33 } as const;
const paint = (level: Level, text: string): string => `<${COLOURS[level]}>${text}`;
for (const level of ["debug", "info", "warn"] as const) console.log(paint(level, "x"));
interface Point {
  x: number;
  y: number;
  class: string;
}
const p: Point = { x: 1, y: 2, class: "c" };
const axes = ["x", "y"] as const;
for (const axis of axes) {
  p[axis] += 10;
  p[axis]++;
  p[axis] = (p[axis] * 2) % 1000;
  console.log(axis, p[axis]);
}
console.log(JSON.stringify(p), p.x + p.y);
const keys: (keyof Point)[] = ["class", "x"];
for (const key of keys) console.log(key, p[key]);
const get = <T, K extends keyof T>(object: T, key: K): T[K] => object[key];
console.log(get(p, "x"), get(p, "class"), get({ a: true }, "a"));
const set = <T, K extends keyof T>(object: T, key: K, value: T[K]): void => {
  object[key] = value;
};
set(p, "y", 7);
set(p, "class", "d");
console.log(p.y, p.class);
const pluck = <T, K extends keyof T>(items: T[], key: K): T[K][] => items.map((item) => item[key]);
console.log(
  pluck(
    [
      { n: 1, s: "a" },
      { n: 2, s: "b" },
    ],
    "n",
  ).join(),
  pluck([{ n: 1, s: "a" }], "s").join(),
);
class Machine {
  state: "idle" | "busy" = "idle";
  count = 0;
  private readonly handlers = {
    idle: (event: string): "idle" | "busy" => (event === "go" ? "busy" : "idle"),
    busy: (event: string): "idle" | "busy" => (event === "stop" ? "idle" : "busy"),
  };
  send(event: string): void {
    this.state = this.handlers[this.state](event);
    this.count++;
  }
  get twice(): number {
    return this.count * 2;
  }
}
const m = new Machine();
m.send("go");
m.send("x");
m.send("stop");
const which: ("count" | "twice")[] = ["count", "twice"];
for (const w of which) console.log(m.state, w, m[w]);
interface Opts {
  a?: number;
  b?: string;
  "content-type"?: string;
}
const opts: Opts = { b: "z" };
const names: (keyof Opts)[] = ["a", "b", "content-type"];
for (const n of names) console.log(n, opts[n] ?? "none");
opts["content-type"] = "json";
const optional = <K extends keyof Opts>(k: K, v: Opts[K]): void => {
  opts[k] = v;
};
optional("a", 3);
console.log(JSON.stringify(opts));
let log = "";
const at = (o: Point): Point => {
  log += "o";
  return o;
};
const k = (name: "x" | "y"): "x" | "y" => {
  log += name;
  return name;
};
at(p)[k("x")] = at(p)[k("y")] + 1;
console.log(log, p.x, p.y);
const maybe: Point | undefined = p.x > 100 ? undefined : p;
console.log(maybe?.[k("x")]);
const step: Record<string, number> = { a: 1 };
console.log(step["a"]);
