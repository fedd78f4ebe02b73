// yield* over arrays, texts, other generators; its value is what the inner generator returns.
function* inner(name: string, n: number): Generator<string, number> {
  for (let i = 0; i < n; i++) yield `${name}${i}`;
  return n * 10;
}
function* outer(): Generator<string, string> {
  yield "start";
  const a = yield* inner("a", 2);
  const b = yield* inner("b", 0);
  yield* ["x", "y"];
  yield* "hé😀";
  yield* new Set(["s", "s"]);
  return `sum ${a + b}`;
}
const out: string[] = [];
const it = outer();
for (let r = it.next(); ; r = it.next()) {
  if (r.done) {
    out.push(`(${r.value})`);
    break;
  }
  out.push(r.value);
}
console.log(out.join(" "), [...outer()].length);
interface Tree {
  value: number;
  children?: Tree[];
}
function* walk(tree: Tree, depth = 0): Generator<[number, number]> {
  yield [tree.value, depth];
  for (const child of tree.children ?? []) yield* walk(child, depth + 1);
}
const tree: Tree = { value: 1, children: [{ value: 2, children: [{ value: 3 }, { value: 4 }] }, { value: 5 }] };
console.log([...walk(tree)].map(([v, d]) => "-".repeat(d) + v).join(" "));
for (const [v, d] of walk(tree)) if (d === 2) console.log(v);
