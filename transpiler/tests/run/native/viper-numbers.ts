// Functions that become words of 32 bits in a build for machine code: everywhere else they are functions like others.

/** @viper */
function clamped(x: i32, low: i32, high: i32): i32 {
  return x < low ? low : x > high ? high : x;
}

/** @viper */
function bitsOf(x: u16): number {
  let rest: number = x;
  let count = 0;
  while (rest !== 0) {
    count = (count + (rest & 1)) & 31;
    rest >>= 1;
  }
  return count;
}

/** @viper */
function isPowerOfTwo(x: u16): boolean {
  return (x & (x - 1)) === 0;
}

/** The greatest common divisor, by differences. @viper */
const common = (first: u8, second: u8): number => {
  let a: number = first;
  let b: number = second;
  if (a === 0 || b === 0) return a | b;
  while (a !== b) {
    if (a > b) a = (a - b) & 0xff;
    else b = (b - a) & 0xff;
  }
  return a;
};

/** @viper */
function steps(from: u8, odd: boolean): number {
  let found = 0;
  for (let i = from as number; i < 300; i += 7) {
    if (odd && !((i & 1) === 1)) continue;
    if (i > 250 || found === 9) break;
    found = (found + 1) & 0xff;
  }
  return found;
}

/** @viper */
function negated(x: i16): number {
  const low = ~x & 0xff;
  return -x + (low << 8) - (x >> 2) * 3;
}

const LIMIT = 0x3fff;

/** @viper */
function rolled(x: number): number {
  let hash = x & LIMIT;
  for (let round = 0; round < 5; round++) hash = ((hash << 5) ^ (hash >> 3) ^ round) & LIMIT;
  return hash;
}

/** @viper */
function nothing(x: u8): void {
  if (x > 3) return;
}

console.log(clamped(-5, 0, 9), clamped(5, 0, 9), clamped(50, 0, 9), clamped(-2147483648, -2147483648, 2147483647));
console.log([0, 1, 2, 255, 256, 65535, 43690].map((x) => bitsOf(x & 0xffff)).join());
console.log([1, 2, 3, 4096, 65535].map((x) => `${isPowerOfTwo(x & 0xffff)}`).join());
console.log(common(12, 18), common(0, 7), common(17, 5), common(255, 51));
console.log(steps(0, false), steps(3, true), steps(251, false), steps(255, true));
console.log(negated(0), negated(1), negated(-32768), negated(32767));
console.log(rolled(1), rolled(0x7fffffff), rolled(-1));
nothing(2);
