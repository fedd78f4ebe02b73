// CRC-16/CCITT-FALSE of frames of several lengths, bit by bit and with a table of 16 entries.

const POLYNOMIAL = 0x1021;

const NIBBLES = [
  0x0000, 0x1021, 0x2042, 0x3063, 0x4084, 0x50a5, 0x60c6, 0x70e7, 0x8108, 0x9129, 0xa14a, 0xb16b, 0xc18c, 0xd1ad,
  0xe1ce, 0xf1ef,
];

function bitwise(octets: Uint8Array): number {
  let crc = 0xffff;
  for (const octet of octets) {
    crc ^= octet << 8;
    for (let bit = 0; bit < 8; bit++) {
      crc = crc & 0x8000 ? ((crc << 1) ^ POLYNOMIAL) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc;
}

function byTable(octets: Uint8Array): number {
  let crc = 0xffff;
  for (let i = 0; i < octets.length; i++) {
    const octet = octets[i];
    crc = ((crc << 4) & 0xffff) ^ NIBBLES[(crc >> 12) ^ (octet >> 4)];
    crc = ((crc << 4) & 0xffff) ^ NIBBLES[(crc >> 12) ^ (octet & 15)];
  }
  return crc;
}

function frame(length: number): Uint8Array {
  const octets = new Uint8Array(length);
  for (let i = 0; i < length; i++) octets[i] = i * 7;
  return octets;
}

export function run(): string {
  let sum = 0;
  for (let length = 8; length <= 64; length += 8) {
    const octets = frame(length);
    sum = (sum + bitwise(octets) + byTable(octets)) & 0xffff;
  }
  return `${sum}`;
}
