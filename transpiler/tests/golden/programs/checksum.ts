// Machine code: numbers and bytes for viper, everything else for native.

const TABLE = new Uint8Array(16);

/** @viper */
function fill(polynomial: u8): void {
  for (let i = 0; i < 16; i++) {
    let value = i;
    for (let bit = 0; bit < 4; bit++) value = (value & 1) !== 0 ? (value >> 1) ^ polynomial : value >> 1;
    TABLE[i] = value;
  }
}

/** @viper */
function crc8(data: Uint8Array, start: u8): u8 {
  let crc: number = start;
  for (let i = 0; i < data.length; i++) {
    crc ^= data[i];
    crc = TABLE[crc & 15] ^ (crc >> 4);
    crc = TABLE[crc & 15] ^ (crc >> 4);
  }
  return crc & 0xff;
}

/** @native */
function check(text: string, expected: u8): boolean {
  return crc8(new TextEncoder().encode(text), 0) === expected;
}

fill(0x8c);
console.log(check("123456789", 0xa1), check("", 0), check("1", 0));
