// A TextDecoder that is not fatal puts U+FFFD where bytes are wrong, and takes a byte order mark off.
const decoder = new TextDecoder();
const show = (bytes: number[]) => {
  const text = decoder.decode(new Uint8Array(bytes));
  console.log([...text].map((c) => (c.codePointAt(0) ?? 0).toString(16)).join(" "), text.length);
};
show([72, 105]);
show([0xef, 0xbb, 0xbf, 65]);
show([0xc3, 0xa9, 0xe2, 0x82, 0xac, 0xf0, 0x9f, 0x98, 0x80]);
show([0xff, 65, 0xfe]);
show([0xc3]);
show([0xe2, 0x82]);
show([0xe2, 0x82, 65]);
show([0xf0, 0x9f, 0x98]);
show([0xf0, 0x9f, 65, 0x98]);
show([0xc0, 0xaf]);
show([0xed, 0xa0, 0x80]);
show([0xf4, 0x90, 0x80, 0x80]);
show([0xe0, 0x80, 0x80]);
show([0x80, 0xbf]);
show([]);
const keeping = new TextDecoder("utf-8", { ignoreBOM: true });
console.log(keeping.decode(new Uint8Array([0xef, 0xbb, 0xbf, 65])).length);
const strict = new TextDecoder("utf8", { fatal: true });
try {
  console.log(strict.decode(new Uint8Array([0xef, 0xbb, 0xbf, 66])), strict.decode(new Uint8Array([255])));
} catch (error) {
  console.log(error instanceof TypeError);
}
console.log(
  new TextDecoder().decode(new TextEncoder().encode("a€😀")),
  decoder.decode(new Uint8Array([65, 66, 67]).subarray(1)),
);
