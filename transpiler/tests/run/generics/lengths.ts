// What has a length: texts, arrays and bytes in one parameter.
function longest<T extends { readonly length: number }>(a: T, b: T): T {
  return a.length >= b.length ? a : b;
}
console.log(longest([1, 2], [3]).join(), longest([1], [2, 3]).join());
console.log(longest("pear", "fig"), longest("a😀", "abc").length, longest(new Uint8Array(2), new Uint8Array(3)).length);
function size(value: string | number[]): number {
  return value.length;
}
console.log(size("a😀"), size([1, 2, 3, 4]));
