// Members whose values are computed when the program runs, in their order.
const log: string[] = [];
const compute = (name: string, n: u8): number => {
  log.push(name);
  return n * 2;
};
const width = compute("before", 4);
enum Size {
  Small = compute("small", 1),
  Medium = width,
  Large = compute("large", 10) + Size.Small,
  Fixed = 7,
  After,
}
console.log(log.join(), Size.Small, Size.Medium, Size.Large, Size.Fixed, Size.After);
console.log(Size[2], Size[Size.Large], Size[8]);
const pick = (large: boolean): Size => (large ? Size.Large : Size.Small);
console.log(pick(true), pick(false), pick(false) === Size.Small);
function local(n: u8): string {
  enum Inner {
    A = n * 2,
    B = 5,
  }
  return `${Inner.A} ${Inner.B} ${Inner[5]} ${Inner[n * 2]}`;
}
console.log(local(3), local(4));
