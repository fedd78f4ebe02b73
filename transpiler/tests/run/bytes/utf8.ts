// TextEncoder and TextDecoder: UTF-8, refused where it is not well formed.
const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
for (const text of ["", "abc", "é€😀", "\u0000\u007f\u0080\u07ff\u0800\uffff"]) {
  const bytes = encoder.encode(text);
  console.log(bytes.length, [...bytes].join(" "), decoder.decode(bytes) === text);
}
const bad = [
  [0xff],
  [0xc0, 0x80],
  [0xed, 0xa0, 0x80],
  [0xe2, 0x82],
  [0xf4, 0x90, 0x80, 0x80],
  [0x61, 0x80],
  [0xc3, 0x28],
];
for (const bytes of bad) {
  try {
    console.log(decoder.decode(new Uint8Array(bytes)));
  } catch (error) {
    console.log(bytes.join(" "), error instanceof TypeError);
  }
}
console.log(
  decoder.decode(encoder.encode("x\u00e9y").subarray(1, 3)),
  decoder.decode(new Uint8Array([0xef, 0xbb, 0xbf, 65])).length,
);
