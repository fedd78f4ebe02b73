// Loops that ask a text for its codes one by one: beyond the BMP, empty, left early, nested, with the index used besides.
const hash = (text: string): number => {
  let h = 7;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0;
  return h;
};
for (const text of ["", "a", "añb", "日本", "x😀y", "\u0000\u007f\u0080\uffff"]) console.log(hash(text));
const firstDigit = (text: string): number => {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) === 32) continue;
    const code = text.charCodeAt(i) - 48;
    if (code >= 0 && code <= 9) return code;
    if (code > 1000) break;
  }
  return -1;
};
console.log(firstDigit("ab 7"), firstDigit("é😀1"), firstDigit(""), firstDigit("x"));
const common = (a: string, b: string): number => {
  let n = 0;
  for (let i = 0; i < a.length; i++) for (let j = 0; j < b.length; j++) if (a.charCodeAt(i) === b.charCodeAt(j)) n++;
  return n;
};
console.log(common("hello", "yellow"), common("😀a", "a😁"), common("aa", "aa"));
const places = (text: string): string => {
  let out = "";
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xd7ff) out += `${i},`;
  return out;
};
console.log(places("a😀b😀"), places("plain"));
const later = (text: string): string => {
  const codes: (() => number)[] = [];
  for (let i = 0; i < text.length; i++) codes.push(() => text.charCodeAt(i));
  return codes.map((f) => f()).join();
};
console.log(later("a😀"));
let moving = "abc";
let sum = 0;
for (let i = 0; i < moving.length; i++) {
  sum += moving.charCodeAt(i);
  if (sum > 200) moving = "z";
}
console.log(sum, moving);
