// A Uint8Array keeps the low eight bits of what is stored.
const bytes = new Uint8Array(6);
const values = [255, 256, -1, 300, -300, 65536];
for (let i = 0; i < values.length; i++) bytes[i] = values[i] & 0xff;
console.log([...bytes].join());
bytes[0]++;
bytes[1]--;
bytes[2] += 10;
bytes[3] ^= 0xff;
bytes[4] <<= 1;
bytes[5] = ~0 & 0xff;
console.log([...bytes].join());
console.log([...new Uint8Array([1, 257, -2, 1000])].join(), bytes.length, bytes[0] === 0);
