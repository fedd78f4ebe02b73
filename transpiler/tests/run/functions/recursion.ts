// Recursion: greatest divisor, towers, trees and permutations.
const gcd = (a: u32, b: u32): u32 => (b === 0 ? a : gcd(b, a % b));
console.log(gcd(48, 18), gcd(17, 4294967295));
let moves = 0;
function hanoi(n: number, from: string, to: string, by: string): void {
  if (n === 0) return;
  hanoi(n - 1, from, by, to);
  moves++;
  hanoi(n - 1, by, to, from);
}
hanoi(5, "a", "c", "b");
console.log(moves);
function permutations(items: string[]): string[] {
  if (items.length < 2) return [items.join("")];
  const all: string[] = [];
  for (let i = 0; i < items.length; i++) {
    const rest = items.slice(0, i).concat(items.slice(i + 1));
    for (const tail of permutations(rest)) all.push(items[i] + tail);
  }
  return all;
}
console.log(permutations(["a", "b", "c"]).join());
interface Tree {
  value: number;
  children: Tree[];
}
const tree: Tree = {
  value: 1,
  children: [
    { value: 2, children: [{ value: 3, children: [] }] },
    { value: 4, children: [] },
  ],
};
function depth(t: Tree): number {
  let deepest = 0;
  for (const child of t.children) deepest = Math.max(deepest, depth(child));
  return deepest + 1;
}
console.log(depth(tree), depth(tree.children[1]));
