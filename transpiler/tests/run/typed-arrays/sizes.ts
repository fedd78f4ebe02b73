// How many bytes an element takes, asked of the class and of an array.
console.log(Int8Array.BYTES_PER_ELEMENT, Uint8Array.BYTES_PER_ELEMENT, Int16Array.BYTES_PER_ELEMENT);
console.log(Uint16Array.BYTES_PER_ELEMENT, Int32Array.BYTES_PER_ELEMENT, Uint32Array.BYTES_PER_ELEMENT);
const i8 = new Int8Array(3);
const u8 = new Uint8Array(3);
const u16 = new Uint16Array(3);
const i32 = new Int32Array(3);
const u32 = new Uint32Array(3);
console.log(i8.BYTES_PER_ELEMENT, u8.BYTES_PER_ELEMENT, u16.BYTES_PER_ELEMENT);
console.log(i32.BYTES_PER_ELEMENT * i32.length, u32.BYTES_PER_ELEMENT * u32.length === u32.byteLength);
console.log(i8.byteLength, u8.byteLength, u16.byteLength, i32.byteLength);
const seen: ReadonlyUint8Array = u8;
console.log(seen.subarray(1).length, seen.subarray().byteLength, seen.subarray(-1).join());
const made = (size: number): Int32Array | null => (size > 0 ? new Int32Array(size) : null);
console.log(made(2)?.byteLength ?? 0, made(0)?.byteLength ?? 0, made(3)?.at(-1), made(0)?.[0] ?? "none");
