// An iterator's return() is called when a loop is left early, and not when it ends by itself.
const log: string[] = [];
class Lines implements Iterable<string> {
  constructor(
    readonly name: string,
    readonly count: number,
  ) {}
  [Symbol.iterator](): Iterator<string> {
    let i = 0;
    return {
      next: () => (i < this.count ? { done: false, value: `${this.name}${i++}` } : { done: true, value: undefined }),
      return: () => {
        log.push(`${this.name} closed at ${i}`);
        return { done: true, value: undefined };
      },
    };
  }
}
for (const line of new Lines("all", 2)) log.push(line);
for (const line of new Lines("break", 5)) if (line.endsWith("1")) break;
const find = (): string => {
  for (const line of new Lines("return", 3)) return line;
  return "none";
};
log.push(find());
try {
  for (const _ of new Lines("throw", 3)) throw new Error("inside");
} catch (e) {
  log.push((e as Error).message);
}
const [first, second] = new Lines("pattern", 3);
log.push(first + second);
const [one, two = "none"] = new Lines("short", 1);
log.push(one + two);
outer: for (const a of new Lines("outer", 3)) {
  for (const b of new Lines("inner", 3)) {
    if (b === "inner1") continue outer;
    if (a === "outer1") break outer;
  }
}
for (const line of log) console.log(line);
