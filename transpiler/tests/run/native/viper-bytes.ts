// Elements of bytes through their address: every index is proven to be there, every store is cut to eight bits.

const TABLE = new Uint8Array(16);
const PRIMES = new Uint8Array([2, 3, 5, 7, 11, 13, 17, 19]);

/** @viper */
function fillTable(): void {
  for (let i = 0; i < 16; i++) {
    let value = i;
    for (let bit = 0; bit < 4; bit++) value = (value & 1) !== 0 ? (value >> 1) ^ 0x9c : value >> 1;
    TABLE[i] = value;
  }
}

/** @viper */
function checksum(data: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < data.length; i++) {
    sum ^= data[i];
    sum = TABLE[sum & 15] ^ (sum >> 4);
    sum = TABLE[sum & 15] ^ (sum >> 4);
  }
  return sum & 0xff;
}

/** @viper */
function crc16(data: Uint8Array, start: u16): u16 {
  let crc: number = start;
  for (let i = 0; i < data.length; i++) {
    crc = crc ^ (data[i] << 8);
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000) !== 0 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc & 0xffff;
}

/** Turns the octets round, in place. @viper */
function reversed(data: Uint8Array): void {
  let from = 0;
  let to = data.length - 1;
  while (from < to) {
    if (to < data.length && from < data.length) {
      const kept = data[from];
      data[from] = data[to];
      data[to] = kept;
    }
    from++;
    to--;
  }
}

/** @viper */
function shifted(data: Uint8Array, by: i16): void {
  for (let i = 0; i < data.length; i++) {
    data[i] += by;
    data[i] ^= 0x55;
  }
}

/** @viper */
function isPrime(x: u8): boolean {
  for (let i = 0; i < 8; i++) if (PRIMES[i & 7] === x) return true;
  return false;
}

/** @viper */
function firstOf(data: Uint8Array, sought: u8): number {
  let i = 0;
  while (i < data.length && data[i] !== sought) i++;
  return i < data.length ? i : -1;
}

const list = (data: Uint8Array): string => [...data].join();

fillTable();
const text = new TextEncoder().encode("123456789");
console.log(list(TABLE));
console.log(checksum(text), checksum(new Uint8Array(0)), crc16(text, 0xffff), crc16(text, 0));
reversed(text);
console.log(list(text));
reversed(text.subarray(2, 5));
console.log(list(text), checksum(text.subarray(3)), firstOf(text, 49), firstOf(text.subarray(1, 3), 49));
shifted(text, 300);
console.log(list(text));
shifted(text.subarray(4, 6), -300);
console.log(list(text));
console.log([1, 2, 4, 19].map((x) => `${isPrime(x & 0xff)}`).join());
