// An immutable list of any type: cons, map, reverse, zip, and one that iterates.
type List<T> = { readonly head: T; readonly tail: List<T> } | null;
const cons = <T>(head: T, tail: List<T>): List<T> => ({ head, tail });
const list = <T>(...items: T[]): List<T> => {
  let made: List<T> = null;
  for (let i = items.length - 1; i >= 0; i--) made = cons(items[i], made);
  return made;
};
const toArray = <T>(l: List<T>): T[] => {
  const out: T[] = [];
  for (let at = l; at !== null; at = at.tail) out.push(at.head);
  return out;
};
const map = <T, U>(l: List<T>, f: (x: T) => U): List<U> => (l === null ? null : cons(f(l.head), map(l.tail, f)));
const reverse = <T>(l: List<T>): List<T> => {
  let out: List<T> = null;
  for (let at = l; at; at = at.tail) out = cons(at.head, out);
  return out;
};
const zip = <A, B>(a: List<A>, b: List<B>): List<[A, B]> =>
  a && b ? cons([a.head, b.head], zip(a.tail, b.tail)) : null;
const nums = list(1, 2, 3);
const words = list("a", "b");
console.log(toArray(nums).join(), toArray(reverse(nums)).join(), toArray(map(nums, (n) => `<${n}>`)).join(""));
console.log(
  toArray(zip(nums, words))
    .map(([n, w]) => w + n)
    .join(),
  toArray(zip(words, list<boolean>())).length,
);
const longer = cons(0, nums);
console.log(
  toArray(longer).join(),
  toArray(nums).length,
  longer !== null && longer.tail === nums,
  JSON.stringify(words),
);
