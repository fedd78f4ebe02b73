// switch on computed values, on true, with effects in the cases, on lengths, characters and mixed kinds.
const size = (xs: unknown[]): string => {
  switch (xs.length) {
    case 0:
      return "empty";
    case 1:
      return "single";
    default:
      return xs.length > 3 ? "many" : "some";
  }
};
console.log(size([]), size([1]), size([1, 2]), size([1, 2, 3, 4]));
const grade = (points: number): string => {
  switch (true) {
    case points >= 90:
      return "A";
    case points >= 75:
      return "B";
    case points >= 50:
      return "C";
    default:
      return "F";
  }
};
console.log([100, 90, 89, 75, 50, 49, -1].map(grade).join(""));
const log: number[] = [];
const probe = (n: number): number => {
  log.push(n);
  return n;
};
switch (probe(3)) {
  default:
    log.push(-1);
  case probe(1):
    log.push(-2);
    break;
  case probe(2):
    log.push(-3);
}
console.log(log.join());
const operator = (symbol: string): ((a: number, b: number) => number) => {
  switch (symbol) {
    case "+":
      return (a, b) => a + b;
    case "-":
      return (a, b) => a - b;
    case "max":
      return Math.max;
    default:
      return () => 0;
  }
};
console.log(operator("+")(2, 3), operator("-")(2, 3), operator("max")(2, 3), operator("?")(2, 3));
const mixed = (v: string | number | boolean | null): string => {
  switch (v) {
    case 1:
      return "number one";
    case "1":
      return "text one";
    case true:
      return "true";
    case null:
      return "null";
    default:
      return "other";
  }
};
console.log(mixed(1), mixed("1"), mixed(true), mixed(null), mixed(false), mixed(0));
