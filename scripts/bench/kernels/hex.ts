// Octets to hexadecimal digits and back, digit by digit.

const DIGITS = "0123456789abcdef";

function toHex(octets: Uint8Array): string {
  let text = "";
  for (const octet of octets) text += DIGITS[octet >> 4] + DIGITS[octet & 15];
  return text;
}

/** The value of a digit, given as its code; -1 for anything else. */
function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}

function fromHex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0) return null;
  const octets = new Uint8Array(text.length >> 1);
  for (let i = 0; i < octets.length; i++) {
    const high = digitValue(text.charCodeAt(2 * i));
    const low = digitValue(text.charCodeAt(2 * i + 1));
    if (high < 0 || low < 0) return null;
    octets[i] = (high << 4) | low;
  }
  return octets;
}

export function run(): string {
  const octets = new Uint8Array(96);
  for (let i = 0; i < octets.length; i++) octets[i] = (i * 37 + 11) & 0xff;
  const text = toHex(octets);
  const back = fromHex(text);
  if (back === null || fromHex("0g") !== null) return "wrong";
  return toHex(back);
}
