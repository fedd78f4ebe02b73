// Bit tricks on 32 bits: population count, leading zeros, reversal, Gray codes, xorshift, FNV, Adler, a tiny cipher.
const popcount = (x: number): number => {
  let count = 0;
  for (let v = x >>> 0; v !== 0; v = (v & (v - 1)) >>> 0) count++;
  return count;
};
const reverse = (x: number): number => {
  let out = 0;
  for (let i = 0; i < 32; i++) out = (out << 1) | ((x >>> i) & 1);
  return out >>> 0;
};
for (const x of [0, 1, 0x80000000, 0xffffffff, 0x12345678, -2])
  console.log(x, popcount(x), reverse(x), x >>> 0, (x ^ (x >>> 1)) >>> 0);
let state = 2463534242;
const xorshift = (): number => {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return state >>> 0;
};
console.log(xorshift(), xorshift(), xorshift() % 6);
const fnv = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};
console.log(fnv(""), fnv("a"), fnv("foobar"), fnv("é😀"));
const adler = (text: string): number => {
  let a = 1;
  let b = 0;
  for (const c of new TextEncoder().encode(text)) {
    a = (a + c) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
};
console.log(adler("Wikipedia"), adler(""), adler("\u00ff"));
const key = [0x01234567, 0x89abcdef, 0xfedcba98, 0x76543210];
const encipher = (left: number, right: number): [number, number] => {
  let [l, r, sum] = [left | 0, right | 0, 0];
  for (let i = 0; i < 32; i++) {
    l = (l + ((((r << 4) ^ (r >>> 5)) + r) ^ (sum + key[sum & 3]))) | 0;
    sum = (sum + 0x9e3779b9) | 0;
    r = (r + ((((l << 4) ^ (l >>> 5)) + l) ^ (sum + key[(sum >>> 11) & 3]))) | 0;
  }
  return [l >>> 0, r >>> 0];
};
console.log(encipher(1, 2).join(), encipher(0, 0).join(), encipher(0xffffffff, -1).join());
