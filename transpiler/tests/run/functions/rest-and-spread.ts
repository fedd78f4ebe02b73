// Rest parameters collect, spread hands out.
function sum(first: number, ...rest: number[]): number {
  let total = first;
  for (const n of rest) total += n;
  return total;
}
console.log(sum(1), sum(1, 2), sum(1, 2, 3, 4));
const numbers = [10, 20];
console.log(sum(5, ...numbers), sum(1, ...numbers, 3, ...numbers));
function join(separator: string, ...parts: string[]): string {
  return `${parts.length}:${parts.join(separator)}`;
}
console.log(join("-"), join("-", "a"), join("+", "a", "b", ..."cd".split("")));
const collect = (...xs: number[]): number[] => xs;
const a = collect(...numbers);
a.push(1);
console.log(a.length, numbers.length, collect().length);
const list: number[] = [];
list.push(...numbers, 30);
console.log(list.join());
