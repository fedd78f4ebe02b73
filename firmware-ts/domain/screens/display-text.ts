// Texts for a display whose font is ASCII: lines of 16 columns with words kept whole, then pages of so many lines.
//
// All of it works on octets and on places in one text: on the device a character taken out of a text by itself stays in
// memory for ever (it becomes a name).

/** Columns of a display 128 dots wide with a font 8 dots wide. */
export const COLUMNS = 16;

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

const LINE_FEED = 0x0a;
const SPACE = 0x20;

/**
 * Some lines of a text, of at most 16 columns; blank ones take no room.
 * @param ascii as toAscii() gives it
 * @param first how many lines are left out before
 * @param count how many there is room for
 */
export function linesOf(ascii: ReadonlyUint8Array, first: number, count: number): string[] {
  const lines: string[] = [];
  for (let index = 0, from = 0; from < ascii.length && index < first + count; ) {
    const end = lineEnd(ascii, from);
    if (end > from) {
      if (index >= first) lines.push(decoder.decode(ascii.subarray(from, end)));
      index += 1;
    }
    const sign = ascii[end] ?? 0;
    from = sign === SPACE || sign === LINE_FEED ? end + 1 : end;
  }
  return lines;
}

/** Where the line that begins at `from` ends: at a line break, at the last space that fits, or within a long word. */
function lineEnd(ascii: ReadonlyUint8Array, from: number): number {
  const last = Math.min(from + COLUMNS, ascii.length);
  let end = last;
  for (let at = from; at < last; at++) {
    const sign = ascii[at] ?? 0;
    if (sign === LINE_FEED) return at;
    if (sign === SPACE && at > from) end = at;
  }
  const next = ascii[last] ?? SPACE;
  return next === SPACE || next === LINE_FEED ? last : end;
}
