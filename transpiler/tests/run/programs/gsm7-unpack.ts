// GSM 7 bit: septets out of octets, the default alphabet and its extension (3GPP TS 23.038 §6.1.2.1, §6.2.1).
const ALPHABET =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
const EXTENSION = new Map<number, string>([
  [0x14, "^"],
  [0x28, "{"],
  [0x29, "}"],
  [0x2f, "\\"],
  [0x3c, "["],
  [0x3d, "~"],
  [0x3e, "]"],
  [0x40, "|"],
  [0x65, "€"],
]);
function fromHex(hex: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor(hex.length / 2));
  const digit = (c: u16): int<0, 15> => (c < 58 ? (c - 48) & 15 : (c - 55) & 15);
  for (let i = 0; i < bytes.length; i++)
    bytes[i] = (digit(hex.charCodeAt(i * 2)) << 4) | digit(hex.charCodeAt(i * 2 + 1));
  return bytes;
}
function unpack(octets: ReadonlyUint8Array, count: u8): string {
  let text = "";
  let escaped = false;
  for (let i = 0; i < count; i++) {
    const bit = i * 7;
    const at = bit >> 3;
    const low = octets[at] | (at + 1 < octets.length ? octets[at + 1] << 8 : 0);
    const septet = (low >> (bit & 7)) & 0x7f;
    if (escaped) {
      text += EXTENSION.get(septet) ?? ALPHABET.charAt(septet);
      escaped = false;
    } else if (septet === 0x1b) escaped = true;
    else text += ALPHABET.charAt(septet);
  }
  return text;
}
console.log(ALPHABET.length, unpack(fromHex("E8329BFD4697D9EC37"), 10));
console.log(unpack(fromHex("C8329BFD065DDF72363904"), 12));
console.log(unpack(fromHex("9BF2B7943796CA7A"), 9).length, unpack(fromHex("9B32"), 2), unpack(fromHex("1B"), 1) === "");
console.log(unpack(fromHex("80"), 1), unpack(fromHex("01"), 1), unpack(new Uint8Array(0), 0) === "");
