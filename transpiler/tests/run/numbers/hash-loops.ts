// FNV-1a, djb2 and Adler-32: loops that stay within 32 bits by >>> 0 and Math.imul.
function fnv1a(text: string): u32 {
  let hash: u32 = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = (hash ^ text.charCodeAt(i)) >>> 0;
    hash = Math.imul(hash, 16777619) >>> 0;
  }
  return hash;
}
function djb2(text: string): i32 {
  let hash: i32 = 5381;
  for (let i = 0; i < text.length; i++) hash = ((hash << 5) + hash + text.charCodeAt(i)) | 0;
  return hash;
}
function adler32(text: string): u32 {
  let a: u16 = 1;
  let b: u16 = 0;
  for (let i = 0; i < text.length; i++) {
    a = (a + text.charCodeAt(i)) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}
for (const text of ["", "a", "foobar", "Wikipedia", "a longer text that wraps several times over"]) {
  console.log(fnv1a(text), djb2(text), adler32(text));
}
