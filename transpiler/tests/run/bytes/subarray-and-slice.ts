// subarray shares, slice copies; both take negative positions.
const bytes = new Uint8Array([1, 2, 3, 4, 5, 6]);
const text = (b: ReadonlyUint8Array): string => [...b].join();
const shared = bytes.subarray(1, 4);
const copied = bytes.slice(1, 4);
shared[0] = 20;
copied[1] = 99;
bytes[3] = 40;
console.log(text(bytes), text(shared), text(copied), shared.length);
console.log(text(bytes.subarray(-2)), text(bytes.slice(-3, -1)), bytes.subarray(4, 2).length, bytes.slice(9).length);
const inner = shared.subarray(1);
inner[0] = 7;
console.log(text(bytes), text(inner), inner.length);
shared.fill(0);
console.log(text(bytes), text(copied));
const whole = bytes.slice();
whole[0] = 9;
console.log(bytes[0], whole[0], whole.length, shared.slice(0, 2).length);
