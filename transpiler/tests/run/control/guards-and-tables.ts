//! refuse TP3004
// Early returns, tables instead of branches, nested conditionals, ranges, and loops over conditions.
// A number below 0 that is multiplied by ten each turn has no bound there.
const shipping = (country: string, kilos: number, express = false): number | string => {
  if (kilos <= 0) return "nothing to send";
  if (kilos > 30) return "too heavy";
  const base = country === "DE" ? 5 : country === "FR" || country === "AT" ? 9 : 20;
  const steps: [number, number][] = [
    [1, 0],
    [5, 3],
    [10, 7],
    [30, 15],
  ];
  for (const [limit, extra] of steps) if (kilos <= limit) return (base + extra) * (express ? 2 : 1);
  return "never";
};
console.log(
  shipping("DE", 1),
  shipping("FR", 2),
  shipping("US", 10, true),
  shipping("AT", 30),
  shipping("DE", 31),
  shipping("DE", 0),
);
const roman = (n: number): string => {
  let left = n;
  let out = "";
  for (const [value, sign] of [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
  ] as [number, string][])
    while (left >= value) {
      out += sign;
      left -= value;
    }
  return out;
};
console.log([1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999].map(roman).join(" "));
const fizz = (n: number): string => (n % 15 === 0 ? "FizzBuzz" : n % 3 === 0 ? "Fizz" : n % 5 === 0 ? "Buzz" : `${n}`);
console.log(Array.from({ length: 15 }, (_, i) => fizz(i + 1)).join(" "));
const actions: Record<string, (x: number) => number> = { inc: (x) => x + 1, dec: (x) => x - 1, zero: () => 0 };
console.log(["inc", "inc", "dec", "what", "inc"].reduce((x, name) => Math.min(actions[name]?.(x) ?? x * 10, 1000), 0));
const between = (x: number, low: number, high: number): boolean => low <= x && x <= high;
const kind = (c: string): string =>
  between(c.charCodeAt(0), 48, 57)
    ? "digit"
    : between(c.charCodeAt(0), 97, 122)
      ? "small"
      : between(c.charCodeAt(0), 65, 90)
        ? "big"
        : "other";
console.log([..."aZ0_é"].map(kind).join());
