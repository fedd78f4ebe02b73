// set copies bytes in, also from the array itself; fill writes one value.
const bytes = new Uint8Array(8);
bytes.set(new Uint8Array([1, 2, 3]));
bytes.set(new Uint8Array([9, 8]), 6);
console.log([...bytes].join());
bytes.set(bytes.subarray(0, 3), 1);
console.log([...bytes].join());
bytes.set(bytes.subarray(1, 5), 0);
console.log([...bytes].join());
bytes.subarray(2, 5).fill(7);
console.log([...bytes].join(), bytes.fill(300) === bytes, [...bytes].join());
const copy = new Uint8Array(bytes);
copy[0] = 1;
console.log(bytes[0], copy[0], copy.length, new Uint8Array(0).length);
