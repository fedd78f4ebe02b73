// switch compares strictly; expressions and calls in cases are evaluated in order, until one fits.
const seen: string[] = [];
const probe = (s: string): string => {
  seen.push(s);
  return s;
};
function find(s: string): number {
  switch (s) {
    case probe("x"):
      return 1;
    case probe("y"):
      return 2;
    case probe("z"):
      return 3;
  }
  return 0;
}
console.log(find("y"), seen.join(""), find("q"), seen.join(""));
function size(n: number): string {
  switch (true) {
    case n < 10:
      return "small";
    case n < 100:
      return "middle";
    default:
      return "large";
  }
}
console.log(size(5), size(50), size(500));
type Mode = "idle" | "busy" | "off";
const next = (mode: Mode): Mode => {
  switch (mode) {
    case "idle":
      return "busy";
    case "busy":
      return "off";
    case "off":
      return "idle";
  }
};
let mode: Mode = "idle";
for (let i = 0; i < 4; i++) {
  console.log(mode);
  mode = next(mode);
}
