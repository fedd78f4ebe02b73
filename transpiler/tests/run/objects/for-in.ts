// for-in over dictionaries and records: keys as texts, in JavaScript's order, while keys are deleted.
const scores: Record<string, number> = { bob: 2, 10: 1, ann: 3, 2: 0 };
for (const key in scores) console.log(key, scores[key], typeof key === "string");
for (const key in scores) if (scores[key] < 2) delete scores[key];
console.log(Object.keys(scores).join());
const seen: string[] = [];
for (const key in scores) {
  seen.push(key);
  delete scores.ann;
  if (key === "never") break;
}
console.log(seen.join(), Object.keys(scores).length);
const point = { x: 1, y: 2 };
let keys = "";
for (const k in point) keys += k;
for (let k in { a: 1, b: 2 } as Record<string, number>) {
  k += "!";
  keys += k;
}
console.log(keys);
const xs = ["p", "q"];
for (const i in xs) console.log(i, xs[Number(i) || 0], i + 1);
outer: for (const a in { x: 1, y: 1, z: 1 } as Record<string, number>) {
  for (const b in { x: 1, y: 1 } as Record<string, number>) {
    if (a === b) continue outer;
    if (a === "z") break outer;
    console.log(a, b);
  }
}
for (const nothing in {}) console.log("never", nothing);
class Settings {
  name = "gateway";
  #secret = 1;
  port = 1883;
  get url(): string {
    return `${this.name}:${this.port + this.#secret}`;
  }
}
const settings = new Settings();
for (const key in settings) console.log(key, settings.url);
const partial: { a?: number; b?: number; c?: number } = { c: 1, a: 2 };
for (const key in partial) {
  console.log(key);
  if (key === "c") delete partial.a;
}
