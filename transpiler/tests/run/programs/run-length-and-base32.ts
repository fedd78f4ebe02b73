// Encoders and decoders: run lengths, base32, hex, quoted-printable, with round trips and bad input.
const rle = (text: string): string => {
  let out = "";
  for (let i = 0; i < text.length; ) {
    let n = 1;
    while (i + n < text.length && text[i + n] === text[i]) n++;
    out += n > 1 ? `${n}${text[i]}` : text[i];
    i += n;
  }
  return out;
};
const unrle = (code: string): string => {
  let out = "";
  let n = 0;
  for (const c of code) {
    const digit = c.charCodeAt(0) - 48;
    if (digit >= 0 && digit < 10) n = Math.min(n * 10 + digit, 1000);
    else {
      out += c.repeat(n || 1);
      n = 0;
    }
  }
  return out;
};
for (const text of ["", "a", "aaabcc", "zzzzzzzzzzzz", "aAaA"]) console.log(text, rle(text), unrle(rle(text)) === text);
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function base32(bytes: Uint8Array): string {
  let out = "";
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      out += ALPHABET[(buffer >> bits) & 31];
    }
  }
  if (bits > 0) out += ALPHABET[(buffer << (5 - bits)) & 31];
  return out.padEnd(Math.ceil(out.length / 8) * 8, "=");
}
function unbase32(text: string): Uint8Array | null {
  const out: number[] = [];
  let buffer = 0;
  let bits = 0;
  for (const c of text) {
    if (c === "=") break;
    const value = ALPHABET.indexOf(c);
    if (value < 0) return null;
    buffer = ((buffer << 5) | value) & 0x1fff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out.push((buffer >> bits) & 0xff);
    }
  }
  return new Uint8Array(out);
}
const utf8 = new TextEncoder();
const back = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
for (const text of ["", "f", "fo", "foo", "foob", "fooba", "foobar", "é😀"]) {
  const code = base32(utf8.encode(text));
  const decoded = unbase32(code);
  console.log(code, decoded === null ? "bad" : back.decode(decoded) === text);
}
console.log(unbase32("A1") === null, [...(unbase32("74======") ?? [])].join(), unbase32("")?.length);
const quoted = (text: string): string =>
  [...utf8.encode(text)]
    .map((b) =>
      b > 32 && b < 127 && b !== 61 ? String.fromCharCode(b) : `=${b.toString(16).toUpperCase().padStart(2, "0")}`,
    )
    .join("");
console.log(quoted("a=b é\t~"), quoted("😀"));
