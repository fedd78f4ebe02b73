// Texts whose characters go in pairs: the half of a length, doubled; odd lengths, and what is written meanwhile.
const octetsOf = (hex: string): number[] => {
  const octets = new Uint8Array(hex.length >> 1);
  for (let i = 0; i < octets.length; i++)
    octets[i] = Number.parseInt(hex.charAt(2 * i) + hex.charAt(i * 2 + 1), 16) & 0xff;
  return [...octets];
};
console.log(octetsOf("0aff10").join(), octetsOf("abc").join(), octetsOf("").join(), octetsOf("7").length);
const swapped = (digits: string): string => {
  const half = Math.floor(digits.length / 2);
  let out = "";
  for (let i = 0; i < half; i++) out += digits.charAt(2 * i + 1) + digits.charAt(2 * i);
  return `${out}|${digits.charAt(half * 2)}|${digits.charAt(2 * half + 1)}`;
};
console.log(swapped("123456"), swapped("12345"), swapped(""));
const moving = (text: string): string => {
  let rest = text;
  let out = "";
  const half = rest.length >> 1;
  for (let i = 0; i < half; i++) {
    out += `${rest.charAt(2 * i + 1)}.`;
    if (i === 1) rest = "z";
  }
  return out;
};
console.log(moving("abcdefgh"));
const pairs = (xs: readonly number[]): string => {
  const count = xs.length >> 1;
  let out = "";
  for (let i = count - 1; i >= 0; i--) out += `${xs[2 * i]}:${xs[2 * i + 1]} `;
  for (let i = 0; i <= count; i++) out += `${xs[2 * i - 1] ?? "-"}`;
  return out;
};
console.log(pairs([1, 2, 3, 4, 5]), pairs([]), pairs([9]));
