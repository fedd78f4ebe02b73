// An integer never shows -0: texts and JSON have no sign for it, and where it could be printed 0 is added.
const mirror = (x: number): string => `${-x}`;
console.log(mirror(0), mirror(5), mirror(-5), JSON.stringify([-0 + 0]), "" + 0 * -3);
const scale = (x: number, by: number): number => x * by + 0;
console.log(scale(0, -3), scale(-0, 3), scale(2, -3), scale(0, 0), scale(-1, 0));
console.log(Math.trunc(-1 / 3) + 0, Math.round(-1 / 3) + 0, Math.ceil(-1 / 2) + 0, (-4 % 2) + 0, -(-0) + 0);
const deltas = [3, 3, -2, 0].map((x, i, all) => (all[i - 1] ?? 0) - x + 0);
console.log(
  deltas.join(),
  -0 === 0,
  [0].includes(-0),
  [0].indexOf(-0),
  new Set([0, -0]).size,
  new Map([[-0, "zero"]]).get(0),
);
const sign = (x: number): string => (x < 0 ? "minus" : x > 0 ? "plus" : "zero");
console.log(sign(-0), sign(0 * -1), sign(-3 * 0), sign(Math.sign(-7)), Math.max(-0, 0) + 0, Math.abs(-0));
let balance = 0;
balance *= -1;
console.log(balance + 0, balance === 0, `${balance}`, balance ? "truthy" : "falsy");
