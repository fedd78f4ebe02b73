// === on bytes asks for the same object; equality of contents is written out.
const a = new Uint8Array([1, 2]);
const b = new Uint8Array([1, 2]);
const same: Uint8Array = a;
const others: Uint8Array[] = [b, a];
console.log(a === b, a === same, others.indexOf(a), others.includes(a.slice()), others[0] !== b);
const equal = (x: Uint8Array, y: Uint8Array): boolean => x.length === y.length && x.every((v, i) => v === y[i]);
console.log(
  equal(a, b),
  equal(a, new Uint8Array([1])),
  equal(new Uint8Array(0), new Uint8Array(0)),
  equal(a, new Uint8Array([1, 3])),
);
const empty: Uint8Array | null = new Uint8Array(0);
console.log(empty ? "some bytes" : "none", empty.length ? "full" : "empty");
const find = (haystack: Uint8Array, needle: Uint8Array): number => {
  for (let i = 0; i + needle.length <= haystack.length; i++)
    if (equal(haystack.subarray(i, i + needle.length), needle)) return i;
  return -1;
};
console.log(find(new Uint8Array([9, 1, 2, 1]), a), find(a, new Uint8Array([2, 1])), find(a, new Uint8Array(0)));
