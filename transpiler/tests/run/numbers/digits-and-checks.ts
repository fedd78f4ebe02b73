// Digit sums, Luhn, ISBN, palindromes, perfect numbers, digits reversed, in several bases.
const digits = (n: number, base: int<2, 16> = 10): number[] => {
  const out: number[] = [];
  let left = Math.abs(n);
  do {
    out.unshift(left % base);
    left = Math.floor(left / base);
  } while (left > 0);
  return out;
};
console.log(
  digits(0).join(),
  digits(9007199254740991).join(""),
  digits(255, 2).join(""),
  digits(255, 16).join(),
  digits(-42).join(),
);
const luhn = (text: string): boolean => {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const d = (text.charCodeAt(text.length - 1 - i) - 48) & 15;
    const doubled = i % 2 === 1 ? d * 2 : d;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};
console.log(luhn("4539578763621486"), luhn("4539578763621487"), luhn("0"), luhn(""));
const isbn10 = (text: string): boolean => {
  let sum = 0;
  for (let i = 0; i < 10; i++) {
    const c = text.charAt(i);
    const d = c === "X" && i === 9 ? 10 : "0123456789".indexOf(c || "?");
    if (d < 0 || d > 10) return false;
    sum += d * (10 - i);
  }
  return text.length === 10 && sum % 11 === 0;
};
console.log(isbn10("0306406152"), isbn10("080442957X"), isbn10("0306406153"), isbn10("X306406152"), isbn10("123"));
const isPalindrome = (n: number): boolean => {
  const d = digits(n);
  return d.every((x, i) => x === d[d.length - 1 - i]);
};
console.log([0, 7, 10, 121, 12321, 1231].map(isPalindrome).join());
const divisorSum = (n: int<1, 10000>): number => {
  let sum = 0;
  for (let d = 1; d < n; d++) if (n % d === 0) sum += d;
  return sum;
};
const perfect: number[] = [];
for (let n = 2; n < 500; n++) if (divisorSum(n) === n) perfect.push(n);
console.log(perfect.join());
const gcd = (a: number, b: number): number => (b > 0 ? gcd(b, a % b) : a);
console.log(gcd(1071, 462), gcd(0, 5), gcd(4294967295, 65535));
const powMod = (base: number, exponent: number, m: int<1, 46340>): number => {
  let result = 1;
  let b = ((base % m) + m) % m;
  for (let e = exponent; e > 0; e = Math.floor(e / 2)) {
    if (e % 2 === 1) result = (result * b) % m;
    b = (b * b) % m;
  }
  return result;
};
console.log(powMod(2, 100, 1009) + 0, powMod(7, 0, 13) + 0, powMod(-3, 5, 7) + 0);
