// toFixed of integers puts zeros behind the point, also beyond what a small float holds.
for (const n of [0, 5, -5, 123456789, -16777217, 9007199254740991])
  console.log(n.toFixed(), n.toFixed(0), n.toFixed(1), n.toFixed(3));
let cents = 12345;
console.log(`${Math.floor(cents / 100)}.${(cents % 100).toString().padStart(2, "0")}`);
cents = -7;
console.log(Math.abs(cents).toFixed(2), (2 ** 30).toFixed(2));
