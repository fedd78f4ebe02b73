// A loop, a spread and a pattern over what may be one of several things: found ?? [], a Set or an array, a text or a list.
const graph = new Map<string, string[]>([
  ["a", ["b", "c"]],
  ["b", []],
]);
for (const key of ["a", "b", "zz"]) {
  for (const next of graph.get(key) ?? []) console.log(key, next);
  const all = [...(graph.get(key) ?? [])];
  console.log(all.length);
}
const sizes = new Map<string, Map<string, number>>([["x", new Map([["y", 3]])]]);
for (const key of ["x", "q"]) for (const [name, n] of sizes.get(key) ?? []) console.log(name, n + 1);
for (const key of ["x", "q"]) for (const name of sizes.get(key)?.keys() ?? []) console.log(name);
const rule = (text: string): [string, string] | undefined => (text === "" ? undefined : ["error", text]);
const [severity, message] = rule("") ?? [];
console.log(severity ?? "none", message ?? "none");
const pick = (flag: boolean): Set<number> | number[] => (flag ? new Set([1, 2, 2]) : [3, 3]);
for (const n of pick(true)) console.log(n);
for (const n of pick(false)) console.log(n);
function* gen(): Generator<number> {
  try {
    yield 1;
    yield 2;
  } finally {
    console.log("closed");
  }
}
const maybe = (on: boolean): Generator<number> | undefined => (on ? gen() : undefined);
for (const on of [true, false]) {
  for (const n of maybe(on) ?? []) {
    console.log(n);
    break;
  }
  const text: string | string[] = on ? "a😀b" : ["x", "yz"];
  for (const c of text) console.log(c, c.length);
  console.log([...text].length);
  const bytes: Uint8Array | undefined = on ? new Uint8Array([1, 2]) : undefined;
  let sum = 0;
  for (const b of bytes ?? []) sum += b;
  console.log(sum);
}
