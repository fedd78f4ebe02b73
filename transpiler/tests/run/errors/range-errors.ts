// What throws a RangeError: bytes set outside, a negative repeat, an impossible code point.
function attempt(f: () => number): string {
  try {
    return `${f()}`;
  } catch (error) {
    return error instanceof RangeError ? error.name : "another error";
  }
}
const bytes = new Uint8Array(4);
const two = new Uint8Array([1, 2]);
console.log(
  attempt(() => {
    bytes.set(two, 2);
    return bytes[3];
  }),
);
console.log(
  attempt(() => {
    bytes.set(two, 3);
    return 0;
  }),
);
console.log(
  attempt(() => {
    bytes.set(bytes, 1);
    return 0;
  }),
);
for (const n of [2, 0, -1])
  console.log(
    n,
    attempt(() => "ab".repeat(n).length),
  );
for (const point of [65, 0x10ffff, 0x110000, -1])
  console.log(
    point,
    attempt(() => String.fromCodePoint(point).length),
  );
console.log([...bytes].join());
