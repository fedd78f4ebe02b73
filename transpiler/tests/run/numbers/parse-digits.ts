// Digits to an integer and back, with what is not a number told apart.
function parseDecimal(text: string): i32 | undefined {
  let at = 0;
  let minus = false;
  if (text.startsWith("-")) {
    minus = true;
    at = 1;
  }
  if (at === text.length || text.length > 9) return undefined;
  let value: int<0, 999999999> = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    value = (value * 10 + digit) % 1000000000;
  }
  return minus ? 0 - value : value;
}
for (const text of ["0", "7", "-12", "000123", "99999999", "-", "", "1x", " 1", "1234567890", "-0"]) {
  const value = parseDecimal(text);
  console.log(text === "" ? "(empty)" : text, value ?? "no number");
}
function digits(n: u32): string {
  let left: u32 = n;
  let out = "";
  do {
    out = String.fromCharCode(48 + (left % 10)) + out;
    left = Math.floor(left / 10);
  } while (left > 0);
  return out;
}
console.log(digits(0), digits(42), digits(4294967295), digits(1000000) === (1000000).toString());
