// yield*: generators within generators, arrays, texts; its own value is what the inner one returns.
interface Tree {
  readonly value: number;
  readonly left?: Tree;
  readonly right?: Tree;
}
function* inOrder(tree: Tree | undefined): Generator<number> {
  if (tree === undefined) return;
  yield* inOrder(tree.left);
  yield tree.value;
  yield* inOrder(tree.right);
}
const tree: Tree = {
  value: 5,
  left: { value: 2, right: { value: 3 } },
  right: { value: 8, left: { value: 7 } },
};
console.log([...inOrder(tree)].join());

function* inner(name: string): Generator<string, number> {
  yield `${name}1`;
  yield `${name}2`;
  return name.length;
}
function* outer(): Generator<string, string> {
  const first = yield* inner("ab");
  const second = yield* inner("xyz");
  yield* ["from", "array"];
  yield* "é😀";
  yield* new Set(["set"]);
  return `${first}${second}`;
}
const it = outer();
for (let step = it.next(); ; step = it.next()) {
  console.log(step.value);
  if (step.done) break;
}

function* permutations(items: readonly string[]): Generator<string[]> {
  if (items.length < 2) {
    yield [...items];
    return;
  }
  for (let i = 0; i < items.length; i++) {
    const others = [...items.slice(0, i), ...items.slice(i + 1)];
    for (const tail of permutations(others)) yield [items[i] as string, ...tail];
  }
}
console.log([...permutations(["a", "b", "c"])].map((one) => one.join("")).join(" "));

function* hanoi(n: number, from: string, to: string, by: string): Generator<string> {
  if (n <= 0) return;
  yield* hanoi(n - 1, from, by, to);
  yield from + to;
  yield* hanoi(n - 1, by, to, from);
}
console.log([...hanoi(3, "A", "C", "B")].join());
