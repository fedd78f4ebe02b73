// Generators that take generators: filters, maps, windows, zips; each value goes through before the next is asked for.
function* lines(text: string): Generator<string> {
  for (const line of text.split("\n")) yield line;
}
function* trimmed(source: Iterable<string>): Generator<string> {
  for (const line of source) {
    const text = line.trim();
    if (text !== "") yield text;
  }
}
function* numbered(source: Iterable<string>): Generator<[number, string]> {
  let n = 0;
  for (const line of source) yield [++n & 0xffff, line];
}
const text = "  first\n\n second line \nthird\n";
for (const [n, line] of numbered(trimmed(lines(text)))) console.log(n, line);
console.log(
  [...trimmed([" a ", "", "b"])].join(),
  [...trimmed(new Set([" x", "x "]))].join(),
  [...trimmed("a b")].join(""),
);

function* squares(source: Iterable<number>): Generator<number> {
  for (const n of source) {
    console.log(`squaring ${n}`);
    yield Math.imul(n, n);
  }
}
function* upTo(source: Iterable<number>, limit: number): Generator<number> {
  for (const n of source) {
    if (n > limit) return;
    yield n;
  }
}
function* counter(): Generator<number> {
  for (let n = 1; ; n++) yield n;
}
console.log([...upTo(squares(counter()), 10)].join());

function* pairs(left: Iterable<string>, right: Iterable<number>): Generator<string> {
  const others = right[Symbol.iterator]();
  for (const text of left) {
    const other = others.next();
    if (other.done) return;
    yield `${text}${other.value}`;
  }
}
console.log([...pairs("abc", [1, 2])].join(), [...pairs(["x"], counter())].join());

class Log {
  private readonly items: string[] = [];

  add(item: string): this {
    this.items.push(item);
    return this;
  }

  *recent(count: number): Generator<string> {
    for (let i = this.items.length - 1; i >= 0 && count > 0; i--, count--) yield this.items[i] as string;
  }

  *[Symbol.iterator](): Generator<string> {
    yield* this.items;
  }
}
const log = new Log().add("one").add("two").add("three");
console.log([...log].join(), [...log.recent(2)].join(), new Set(log).size);
for (const item of log) {
  if (item === "one") log.add("late");
  console.log(item);
}
