// The arguments of splice and slice may be negative, missing, or beyond the end.
const base = [1, 2, 3, 4, 5];
const cut = (start: number, count?: number): string => {
  const xs = base.slice();
  const gone = count === undefined ? xs.splice(start) : xs.splice(start, count);
  return `${gone.join("")}/${xs.join("")}`;
};
console.log(cut(1, 2), cut(-2, 1), cut(0, 99), cut(9, 1), cut(-99, 2), cut(2, 0), cut(2, -1), cut(3), cut(-1), cut(0));
const put = (start: number, count: number, ...items: number[]): string => {
  const xs = base.slice();
  xs.splice(start, count, ...items);
  return xs.join("");
};
console.log(put(0, 0, 9), put(5, 0, 9), put(99, 0, 9), put(-1, 1, 7, 8), put(1, 3), put(2, 1, 6, 6, 6));
const part = (a?: number, b?: number): string => base.slice(a, b).join("");
console.log(
  part(),
  part(1),
  part(-2),
  part(1, -1),
  part(-3, -1),
  part(3, 1),
  part(0, 99),
  part(-99, 2),
  part(2, 2) === "",
);
const queue = ["a", "b"];
console.log(
  queue.shift(),
  queue.unshift("x", "y"),
  queue.join(),
  queue.shift(),
  queue.shift(),
  queue.shift(),
  queue.shift(),
  queue.length,
);
const text = "abcde";
console.log(text.slice(-2), text.slice(1, -1), text.slice(3, 1) === "", text.slice(-99, 2), text.slice(2, 99));
