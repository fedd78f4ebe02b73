// Overloaded functions and methods: one body for several signatures.
function parse(text: string): string[];
function parse(text: string, index: number): string;
function parse(text: string, index?: number): string | string[] {
  const parts = text.split(",");
  return index === undefined ? parts : (parts[index] ?? "");
}
console.log(parse("a,b").length, parse("a,b", 1), parse("a,b", 9) === "");
function pad(value: number, width: number): string;
function pad(value: string, width: number, right: boolean): string;
function pad(value: number | string, width: number, right = false): string {
  if (typeof value === "number") return `${value}`.padStart(width, "0");
  return right ? value.padEnd(width, ".") : value.padStart(width, ".");
}
console.log(pad(7, 3), pad("x", 3, true), pad("x", 3, false));
class Log {
  readonly lines: string[] = [];
  add(line: string): this;
  add(lines: string[], prefix: string): this;
  add(what: string | string[], prefix = ""): this {
    if (typeof what === "string") this.lines.push(what);
    else for (const line of what) this.lines.push(prefix + line);
    return this;
  }
}
console.log(new Log().add("one").add(["two", "three"], "> ").lines.join("|"));
interface Finder {
  (id: number): string;
  (name: string): number;
}
const names = ["ann", "bob"];
function find(id: number): string;
function find(name: string): number;
function find(key: number | string): string | number {
  return typeof key === "number" ? (names[key] ?? "nobody") : names.indexOf(key);
}
const finder: Finder = find;
console.log(finder(1), find("ann") + 1, finder("zoe"), find(9).length);
