// && and || give one of their operands, not a boolean.
const name = (given: string): string => given || "anonymous";
const size = (given: number): number => given || 10;
console.log(name(""), name("eve"), size(0), size(3), size(-1));
const first = (xs: number[] | null): number => (xs && xs.length) || -1;
console.log(first(null), first([]), first([7, 8]));
const log: string[] = [];
const note = (what: string, result: number): number => {
  log.push(what);
  return result;
};
console.log(note("a", 0) || note("b", 2) || note("c", 3), note("d", 1) && note("e", 0) && note("f", 1), log.join(""));
const list: string[] = [];
const chosen = list || ["alt"];
chosen.push("kept");
console.log(list.join(), chosen === list);
class Empty {
  readonly length = 0;
}
const box = new Empty() || null;
console.log(box.length, (box && "truthy") || "falsy");
let level = 0;
level ||= 5;
level &&= level + 1;
let label = "";
label ||= "unset";
console.log(level, label, (level > 3 && "high") || "low", (level > 9 && "high") || "low");
const both = (x: string, y: string): string => (x && y) || x || y || "neither";
console.log(both("", ""), both("x", ""), both("", "y"), both("x", "y"));
