// What may be one of several arrays: read by place, looped over, spread, told apart by instanceof.
function sum(data: Uint8Array | readonly number[] | Int16Array): number {
  let total = 0;
  for (let i = 0; i < data.length; i++) total = (total + data[i]) & 0xffff;
  return total;
}
function each(data: Uint8Array | number[]): string {
  let text = "";
  for (const x of data) text += `${x};`;
  return text + [...data].length;
}
console.log(sum(Uint8Array.of(1, 2)), sum([300, 4]), sum(Int16Array.of(-1, 5)), each([7, 8]), each(Uint8Array.of(9)));
const bytesOf = (data: string | Uint8Array): Uint8Array =>
  data instanceof Uint8Array ? data : new TextEncoder().encode(data);
console.log(bytesOf("abc").join(), bytesOf(Uint8Array.of(1).subarray(0)).join());
const first = (data: Uint8Array | number[]): number => data[0] ?? -1;
console.log(first([]), first([5]), first(new Uint8Array(1)));
const [p = 0, q = 0] = Math.max(1, 2) > 1 ? Uint8Array.of(1) : [3, 4];
console.log(p, q);
const isBytes = (x: Uint8Array | number[] | null): boolean => x instanceof Uint8Array;
console.log(isBytes([1]), isBytes(null), isBytes(new Uint8Array(0)));
const longest = (data: Int16Array | number[]): number => Math.max(0, ...data) + Array.from(data, (x) => x & 1).length;
console.log(longest([70000, 1]), longest(Int16Array.of(-5, 300)), Array.from<number>(bytesOf("é")).join());
const copies = (data: Uint8Array | readonly number[]): string =>
  `${Array.from(data).join()}|${new Uint8Array(data).join()}|${Int16Array.from(data).join()}`;
console.log(copies([300, 70000]), copies(Uint8Array.of(255, 0)));
const spread = (data: Int32Array | Uint8Array): number[] => [...data, 0];
console.log(
  spread(Int32Array.of(-2147483648)).join(),
  spread(Uint8Array.of(4))
    .map((x) => x - 1)
    .join(),
);
function total<T extends Uint8Array | Uint16Array>(data: T): number {
  let sum = 0;
  for (const x of data) sum = (sum + x) & 0xffffff;
  return sum + (data[0] ?? 0) + data.length;
}
console.log(total(Uint8Array.of(1, 2)), total(Uint16Array.of(40000, 40000)));
