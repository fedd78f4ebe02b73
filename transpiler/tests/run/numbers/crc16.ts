// CRC-16/CCITT and CRC-16/MODBUS over bytes: masks, shifts and exclusive-or.
function crcCcitt(data: readonly u8[]): u16 {
  let crc: u16 = 0xffff;
  for (const byte of data) {
    crc = (crc ^ (byte << 8)) & 0xffff;
    for (let bit = 0; bit < 8; bit++) {
      crc = (crc & 0x8000) !== 0 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
    }
  }
  return crc;
}
function crcModbus(data: readonly u8[]): u16 {
  let crc: u16 = 0xffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) {
      const odd = crc & 1;
      crc >>= 1;
      if (odd === 1) crc ^= 0xa001;
    }
  }
  return crc;
}
const check: u8[] = [49, 50, 51, 52, 53, 54, 55, 56, 57];
console.log(crcCcitt(check), crcCcitt(check).toString(16));
console.log(crcModbus(check), crcModbus(check).toString(16));
console.log(crcCcitt([]), crcModbus([0]), crcCcitt([255, 0, 128]));
