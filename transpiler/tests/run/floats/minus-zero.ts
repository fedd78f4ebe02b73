// The sign of a 0 shows nowhere: not in a float, and not in the integers that are made of one.
const f = Math.fround;
const zero: float = 0;
const minus: float = -zero;
const xs: float[] = [minus, zero, f(-0), f(0 * -1)];
for (const x of xs)
  console.log(
    x.toFixed(0),
    x.toFixed(2),
    x === 0,
    x < 0,
    x >= 0,
    Math.abs(x).toFixed(1),
    f(x + 0).toFixed(1),
    f(x * -5).toFixed(1),
    f(Math.sqrt(x)).toFixed(1),
    x ? "t" : "f",
    `${Math.floor(x)}`,
    Math.round(x) + 0,
  );
console.log(
  xs.indexOf(0),
  xs.includes(-0),
  new Map([["k", minus]]).get("k") === 0,
  Math.max(minus, zero).toFixed(1),
  [f(-0.4), f(0.4)].map((x) => Math.round(x) + 0).join(),
);
console.log(
  `${Math.round(f(-0.4))}`,
  `${Math.ceil(f(-0.9))}`,
  `${Math.trunc(f(-0.5))}`,
  JSON.stringify([Math.round(f(-0.4))]),
  [Math.ceil(f(-0.5))].join(),
  String(Math.trunc(f(-0.9))),
  Math.round(f(-0.2)) === 0,
);
const m = new Map<number, string>();
m.set(Math.round(f(-0.3)), "zero");
console.log(m.get(0), [...m.keys()].join(), m.has(-0));
const i = Math.ceil(f(-0.7));
console.log(["a", "b"][i], "abc".charAt(i), 5 + i, i * 3 + 0, i === 0, i > -1, "x".repeat(i) === "");
