// What one frame of 8N1 looks like to a receiver at another baud rate: pure functions on bits.
// A frame is a start bit (low), eight data bits, least significant first, and a stop bit (high); the idle line is high.

/** Bits on the wire for one byte of 8N1: start, eight data bits, stop. */
export const BITS_PER_BYTE = 10;

/** Receivers lock while the rates differ by less than this; beyond it the last data bits are sampled in the wrong cell. */
const TOLERATED_MISMATCH = 0.045;

/** Milliseconds that one byte takes at `baud`. */
export function byteTimeMs(baud: number): number {
  return (BITS_PER_BYTE * 1000) / baud;
}

/** True if a receiver at `receiverBaud` reads what a sender at `senderBaud` wrote. */
export function ratesMatch(senderBaud: number, receiverBaud: number): boolean {
  return Math.abs(senderBaud / receiverBaud - 1) < TOLERATED_MISMATCH;
}

/** Level of the line `bit` bit times after the start of the frame of `byte`. */
function levelAt(byte: number, bit: number): 0 | 1 {
  if (bit < 0 || bit >= BITS_PER_BYTE - 1) return 1;
  if (bit < 1) return 0;
  return ((byte >> (Math.floor(bit) - 1)) & 1) as 0 | 1;
}

/** The bytes that a receiver at `receiverBaud` makes of one byte sent at `senderBaud`: usually garbage, often several. */
export function resample(byte: number, senderBaud: number, receiverBaud: number): number[] {
  if (ratesMatch(senderBaud, receiverBaud)) return [byte];
  const receiverBit = senderBaud / receiverBaud;
  const received: number[] = [];
  for (let start = 0; start < BITS_PER_BYTE; ) {
    if (levelAt(byte, start) === 1) {
      start += receiverBit / 16; // UARTs look for the falling edge sixteen times a bit
      continue;
    }
    let value = 0;
    for (let bit = 0; bit < 8; bit++) value |= levelAt(byte, start + (bit + 1.5) * receiverBit) << bit;
    received.push(value);
    start += (BITS_PER_BYTE - 0.5) * receiverBit;
  }
  return received;
}
