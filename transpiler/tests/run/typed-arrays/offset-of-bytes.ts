//! refuse TP2009
// Where a Uint8Array lies in its buffer: a memoryview of the device does not tell.
const buffer = new ArrayBuffer(8);
const part = new Uint8Array(buffer, 4);
console.log(part.byteOffset, part.length);
