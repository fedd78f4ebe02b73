// ?:, && and || evaluate only what they need, and give operands.
const log: string[] = [];
const yes = (s: string): boolean => {
  log.push(s);
  return true;
};
const no = (s: string): boolean => {
  log.push(s);
  return false;
};
console.log(yes("a") || yes("b"), no("c") && yes("d"), log.join(""));
console.log(no("e") || yes("f"), yes("g") && no("h"), (yes("i") && no("j")) || yes("k"), log.join(""));
const grade = (n: number): string => (n >= 90 ? "A" : n >= 80 ? "B" : n >= 70 ? "C" : "F");
for (const n of [95, 90, 89, 70, 0]) console.log(n, grade(n));
const name = "";
const shown = name || "anonymous";
const count = 0;
console.log(shown, count || 5, name && "never", (count && 1) === 0);
let calls = 0;
const side = (): number => {
  calls++;
  return calls;
};
const v = calls > 0 ? side() : side() + side();
console.log(v, calls);
if (no("1") || (yes("2") && !no("3"))) console.log(log.slice(-3).join(""));
