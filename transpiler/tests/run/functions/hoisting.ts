// Functions may be called before the line where they stand.
console.log(early(3), typeof early === "function");
function early(n: number): string {
  return `early ${helper(n)}`;
  function helper(k: number): number {
    return k + offset();
  }
}
function offset(): number {
  return 100;
}
const table = [first, second];
function first(): string {
  return "first";
}
function second(): string {
  return first() + " second";
}
console.log(table.map((f) => f()).join(", "));
{
  console.log(inBlock());
  function inBlock(): string {
    return "in a block";
  }
}
const use = (): number => constant * 2;
const constant = 21;
console.log(use());
