// Integers that no float is: to the nearest float, from the middle to the even one; up to 2^53 and below 0.
const f = Math.fround;
const whole = [
  0, 1, -1, 255, 16777215, 16777216, 16777217, 16777218, 16777219, 16777220, 16777221, 33554431, 33554433, 33554434,
  33554435, 33554437, 67108869, 123456789, 1073741823, 1073741824, 1073741825, 2147483647, 2147483648, 4294967295,
  4294967296, 1099511627775, 281474976710655, 9007199254740991, 9007199254740990, 4503599761588223, 4503599761588224,
  4503599761588225, 576460752303423, 8589935103, 8589935104, 8589935616,
];
for (const n of whole) {
  const x = f(n);
  console.log(
    n,
    x.toFixed(0),
    f(-n).toFixed(0),
    f(x / 3).toFixed(2),
    x === f(n),
    x > f(n - 1),
    f(n > 1e15 ? 1 : n).toFixed(0),
  );
}
const raw = (n: u16): float => f(n / 16);
console.log(raw(1).toFixed(4), raw(65535).toFixed(4), f(7 / 2).toFixed(1), f(f(7) / 2).toFixed(1));
let count = 0;
for (const n of whole) if (f(n).toFixed(0) === String(n)) count += 1;
console.log(count, f(f(count) / whole.length).toFixed(4), f(count + whole.length).toFixed(1), f(count * 3).toFixed(1));
