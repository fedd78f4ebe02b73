// Texts for a display whose font is ASCII: 16 columns, words kept whole, other letters by their nearest relative.

/** Columns of a display 128 dots wide with a font 8 dots wide. */
export const COLUMNS = 16;

/** U+00A0 to U+00FF, each by an ASCII character that people read in its place. */
const LATIN_1 =
  " !cL#Y|S\"ca<--R-o+23'uP.,1o>???" + "?AAAAAAACEEEEIIIIDNOOOOOxOUUUUYPsaaaaaaaceeeeiiiidnooooo:ouuuuypy";
/** The Greek capitals of the GSM alphabet and common typographic characters, then what stands for each of them. */
const OTHERS = "ΔΦΓΛΩΠΨΣΘΞ€‘’“”–—…•";
const OTHERS_ASCII = "DFGLOPPSTXE''\"\"--.*";

/** The text in ASCII, as long as it is in characters; line breaks stay, other control characters become spaces. */
export function toAscii(text: string): string {
  let ascii = "";
  for (const character of text) ascii += asciiOf(character);
  return ascii;
}

function asciiOf(character: string): string {
  const point = character.charCodeAt(0);
  if (point >= 0x20 && point < 0x7f) return character;
  if (point < 0x20) return point === 0x0a ? "\n" : " ";
  if (point >= 0xa0 && point <= 0xff) return LATIN_1.charAt(point - 0xa0);
  let index = 0;
  for (const other of OTHERS) {
    if (other === character) return OTHERS_ASCII.charAt(index);
    index += 1;
  }
  return "?";
}

/**
 * Lines of at most 16 columns; a word that is longer is cut.
 * @param rows how many lines there is room for; what does not fit is left out
 */
export function wrap(text: string, rows: number): string[] {
  const lines: string[] = [];
  for (const paragraph of toAscii(text).split("\n")) {
    let rest = paragraph;
    while (rest.length > COLUMNS && lines.length < rows) {
      const cut = lineEnd(rest);
      lines.push(rest.slice(0, cut));
      rest = rest.slice(cut);
      if (rest.startsWith(" ")) rest = rest.slice(1);
    }
    if (lines.length >= rows) return lines;
    lines.push(rest);
  }
  return lines;
}

/** Where the first line of a longer text ends: at the last space that fits, or in the middle of a long word. */
function lineEnd(text: string): number {
  for (let at = COLUMNS; at > 0; at--) {
    if (text.charAt(at) === " ") return at;
  }
  return COLUMNS;
}
