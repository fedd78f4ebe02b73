// Characters into a buffer of UTF-8, and the buffer into a text: one conversion for a whole message is far cheaper on
// the device than a text put together character by character.

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Writes one character as UTF-8 (RFC 3629, 3).
 * @param at where to write; four octets must be left
 * @param point a code point, not a surrogate
 * @returns where the next character goes: below 1,028 for an `at` below 1,024
 */
export function putCharacter(buffer: Uint8Array, at: number, point: number): number {
  if (point < 0x80) {
    buffer[at] = point;
    return at + 1;
  }
  if (point < 0x800) {
    buffer[at] = 0xc0 | (point >> 6);
    buffer[at + 1] = 0x80 | (point & 0x3f);
    return at + 2;
  }
  if (point < 0x10000) {
    buffer[at] = 0xe0 | (point >> 12);
    buffer[at + 1] = 0x80 | ((point >> 6) & 0x3f);
    buffer[at + 2] = 0x80 | (point & 0x3f);
    return at + 3;
  }
  buffer[at] = 0xf0 | (point >> 18);
  buffer[at + 1] = 0x80 | ((point >> 12) & 0x3f);
  buffer[at + 2] = 0x80 | ((point >> 6) & 0x3f);
  buffer[at + 3] = 0x80 | (point & 0x3f);
  return at + 4;
}

/** The text of the buffer's first octets. @param buffer well-formed UTF-8, as putCharacter writes it */
export function textOf(buffer: Uint8Array, length: number): string {
  return decoder.decode(length < buffer.length ? buffer.subarray(0, length) : buffer);
}
