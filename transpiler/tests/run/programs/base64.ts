// Base64 both ways, with padding, against known texts (RFC 4648 §10).
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
function encode(bytes: ReadonlyUint8Array): string {
  let out = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const second = i + 1 < bytes.length;
    const third = i + 2 < bytes.length;
    const n = (bytes[i] << 16) | (second ? bytes[i + 1] << 8 : 0) | (third ? bytes[i + 2] : 0);
    out += DIGITS.charAt(n >> 18) + DIGITS.charAt((n >> 12) & 63);
    out += second ? DIGITS.charAt((n >> 6) & 63) : "=";
    out += third ? DIGITS.charAt(n & 63) : "=";
  }
  return out;
}
function decode(text: string): Uint8Array | null {
  if (text.length % 4 !== 0) return null;
  const out: number[] = [];
  for (let i = 0; i < text.length; i += 4) {
    let n = 0;
    let padding = 0;
    for (const c of text.slice(i, i + 4)) {
      const value = c === "=" ? 0 : DIGITS.indexOf(c);
      if (value < 0) return null;
      if (c === "=") padding++;
      n = ((n << 6) | value) & 0xffffff;
    }
    out.push(n >> 16);
    if (padding < 2) out.push((n >> 8) & 0xff);
    if (padding < 1) out.push(n & 0xff);
  }
  return new Uint8Array(out);
}
for (const text of ["", "f", "fo", "foo", "foob", "fooba", "foobar", "é€"]) {
  const coded = encode(new TextEncoder().encode(text));
  const back = decode(coded);
  console.log(
    coded === "" ? "(empty)" : coded,
    back === null ? "bad" : new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(back) === text,
  );
}
console.log(decode("abc") === null, decode("ab!=") === null, [...(decode("AP8Q") ?? new Uint8Array(0))].join());
