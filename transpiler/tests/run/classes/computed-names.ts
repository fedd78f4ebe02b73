// Member names that are written as constants.
const KEY = "dashed-name";
const METHOD = "run it";
class Table {
  ["plain"] = 1;
  [KEY] = 2;
  "quoted name" = 3;
  static ["static name"] = 4;
  [METHOD](n: number): number {
    return n + 1;
  }
  get ["got it"](): string {
    return "got";
  }
  set ["got it"](value: string) {
    this["quoted name"] = value.length;
  }
}
const t = new Table();
console.log(t.plain, t["plain"], t[KEY], t["dashed-name"], t["quoted name"], Table["static name"]);
console.log(t[METHOD](1), t["run it"](2), t["got it"]);
t["got it"] = "seven!!";
t[KEY] += 40;
console.log(t["quoted name"], t[KEY]);
