// Narrowing through const, assignments, early exits, closures and loops.
interface Link {
  value: number;
  next: Link | null;
}
const chain: Link = { value: 1, next: { value: 2, next: { value: 3, next: null } } };
const lastOf = (link: Link | null): number => {
  if (!link) return -1;
  let at = link;
  while (at.next) at = at.next;
  return at.value;
};
console.log(lastOf(chain), lastOf(null), lastOf({ value: 9, next: null }));
let shared: string | null = null;
const set = (text: string | null): void => {
  shared = text;
};
const length = (): number => (shared === null ? -1 : shared.length);
console.log(length());
set("abc");
console.log(length());
const make = (limit: number | null): ((n: number) => boolean) => {
  if (limit === null) return () => true;
  const bound = limit;
  return (n) => n <= bound && n <= limit;
};
console.log(make(null)(99), make(5)(5), make(5)(6));
let value: number | string = 1;
value = value + 1;
const n: number = value;
value = `${value}`;
console.log(n, value.length, value);
const search = (words: (string | null)[], wanted: string): number => {
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    if (word === null) continue;
    if (word.includes(wanted)) return i;
  }
  return -1;
};
console.log(search([null, "ab", null, "bc"], "c"), search([], "x"), search([null], ""));
const first = (a: string | null, b: string | null): string => a ?? b ?? "neither";
const both = (a: number | null, b: number | null): number =>
  a !== null && b !== null ? a + b : a !== null ? a : b !== null ? b : 0;
console.log(first(null, "b"), first("a", null), first(null, null), both(1, 2), both(null, 2), both(null, null));
