// Types that hold themselves without an interface in between.
type Nested = number | Nested[];
const sum = (n: Nested): number => (Array.isArray(n) ? n.reduce<number>((s, one) => (s + sum(one)) & 0xffff, 0) : n);
const depth = (n: Nested): number => (Array.isArray(n) ? 1 + Math.max(0, ...n.map(depth)) : 0);
const deep: Nested = [1, [2, [3, [4, []]]], 5];
console.log(sum(deep), depth(deep) & 15, sum(7), JSON.stringify(deep));
const flat = (n: Nested): number[] => (Array.isArray(n) ? n.flatMap(flat) : [n]);
console.log(flat(deep).join());
type Data = { [key: string]: string | number | boolean | Data[] };
const page: Data = { title: "t", items: [{ id: 1, tags: [{ name: "x" }] }, { id: 2 }] };
const walk = (data: Data, indent = ""): string[] =>
  Object.entries(data).flatMap(([k, v]) =>
    Array.isArray(v) ? [`${indent}${k}:`, ...v.flatMap((one) => walk(one, `${indent}  `))] : [`${indent}${k}=${v}`],
  );
console.log(walk(page).join("\n"));
const renamed: Data = { ...page, title: "u" };
console.log(JSON.stringify(renamed), Object.keys(page).length);
type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
const show = (v: Json): string => {
  if (v === null) return "null";
  if (typeof v === "string") return JSON.stringify(v);
  if (Array.isArray(v)) return `[${v.map(show).join()}]`;
  if (typeof v === "object")
    return `{${Object.entries(v)
      .map(([k, o]) => `${k}:${show(o)}`)
      .join()}}`;
  return String(v);
};
const doc: Json = { a: [1, "two", null, { b: true }], c: {} };
console.log(show(doc), JSON.stringify(doc));
type Tree<T> = { value: T; kids: Tree<T>[] } | null;
const size = <T>(t: Tree<T>): number => (t ? 1 + t.kids.reduce<number>((s, k) => (s + size(k)) & 255, 0) : 0);
console.log(size<string>({ value: "r", kids: [{ value: "k", kids: [] }, null] }));
type Trie = Map<string, Trie>;
const trie: Trie = new Map();
const add = (word: string): void => {
  let at = trie;
  for (const c of word) {
    const next: Trie = at.get(c) ?? new Map();
    at.set(c, next);
    at = next;
  }
};
add("ab");
add("ac");
console.log([...(trie.get("a") ?? new Map()).keys()].join(), trie.size);
type Path = [string, Path | null];
const path: Path = ["a", ["b", ["c", null]]];
let text = "";
for (let at: Path | null = path; at; at = at[1]) text += at[0];
console.log(text);
const grown: Nested[] = [];
for (let i = 0; i < 3; i++) grown.push(i === 1 ? [i * 100, [i * 1000]] : i);
console.log(sum(grown), grown.length);
type Thunk = () => number | Thunk;
const run = (t: Thunk): number => {
  let v = t();
  while (typeof v === "function") v = v();
  return v;
};
console.log(run(() => () => () => 5));
const { kind = "none", more = 1 } = JSON.parse('{"kind":null}') as { [key: string]: JsonValue };
console.log(kind === null ? "null" : "other", more === 1);
export {};
