// Typed arrays from what can be iterated, and by a function of each item or of the index.
const s = new Set([3, 1, 300]);
console.log(new Uint8Array(s).join(), Int16Array.from(s, (x) => x * 2).join());
function* g() {
  yield 1;
  yield 70000;
}
console.log(
  new Uint16Array(g()).join(),
  Uint16Array.from("1é3", (c) => c.charCodeAt(0) + 65535).join(),
  Uint16Array.from({ length: 3 }, (_, i) => i * 2).join(),
);
