// Texts in ASCII, for a display whose font has no more: each letter by its nearest relative. Loaded with what reads messages, as
// a text is shown when it has just come.
//
// It works on octets: on the device a character taken out of a text by itself stays in memory for ever (it becomes a name),
// so a walk over the characters of Chinese messages would fill the heap.

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const UNKNOWN = 0x3f;

/** U+00A0 to U+017F, each by an ASCII character that people read in its place. */
const LATIN =
  " !cL#Y|S\"ca<--R-o+23'uP.,1o>???" +
  "?AAAAAAACEEEEIIIIDNOOOOOxOUUUUYPsaaaaaaaceeeeiiiidnooooo:ouuuuypy" +
  "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiJjJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTt" +
  "TtTtUuUuUuUuUuUuWwYyYZzZzZzs";
/** U+0386 to U+03CE, two columns each. */
const GREEK =
  "A . E I I   O   Y O i A V G D E Z I ThI K L M N X O P R   S T Y F ChPsO I Y a e i i y a v g d e z i thi k l m n x o p r s s t y f chpso i y o y o ";
/** U+0400 to U+042F, two columns each; the small letters follow in the same order. */
const CYRILLIC = "E YoDjG YeDzI YiJ LjNjC K I U DzA B V G D E ZhZ I Y K L M N O P R S T U F KhTsChShSc' Y ' E YuYa";
/** U+2010 to U+2027. */
const PUNCTUATION = '------|=\'\'`\'""""+#*>....';
const EURO = 0x20ac;

/** What stands for one character: one octet, or two in one number with the first above; 0 for what is not seen. */
function nearest(point: int<0, 2097151>): u16 {
  if (point < 0xa0) return SPACE;
  if (point < 0x180) return LATIN.charCodeAt(point - 0xa0) & 0x7f;
  if (point >= 0x386 && point <= 0x3ce) return pairAt(GREEK, point - 0x386, 0);
  if (point >= 0x400 && point <= 0x42f) return pairAt(CYRILLIC, point - 0x400, 0);
  if (point >= 0x430 && point <= 0x44f) return pairAt(CYRILLIC, point - 0x420, SPACE);
  if (point >= 0x450 && point <= 0x45f) return pairAt(CYRILLIC, point - 0x450, SPACE);
  if (point >= 0x2010 && point <= 0x2027) return PUNCTUATION.charCodeAt(point - 0x2010) & 0x7f;
  // Full width, as Chinese and Japanese texts have digits.
  if (point >= 0xff01 && point <= 0xff5e) return (point - 0xfee0) & 0x7f;
  if (point === EURO) return 0x45;
  // Accents that follow their letter, marks of direction and joining, variants of emoji.
  const block = point >> 4;
  return (block >= 0x30 && block < 0x37) || block === 0x200 || block === 0xfe0 ? 0 : UNKNOWN;
}

/** @param small 0x20 makes small letters of capital ones */
function pairAt(table: string, index: number, small: u8): u16 {
  const first = table.charCodeAt(2 * index) & 0x7f;
  const second = table.charCodeAt(2 * index + 1) & 0x7f;
  if (second === SPACE) return first | small;
  return ((first | small) << 8) | second | small;
}

/** The text in ASCII, as octets; line breaks stay, other control characters become spaces. */
export function toAscii(text: string): Uint8Array {
  const octets = new TextEncoder().encode(text);
  // No character has more octets in ASCII than in UTF-8.
  const ascii = new Uint8Array(octets.length);
  let length = 0;
  let point = 0;
  let following = 0;
  for (const octet of octets) {
    let sign = 0;
    if (octet < 0x80) {
      sign = octet === LINE_FEED || (octet >= SPACE && octet < 0x7f) ? octet : SPACE;
    } else if (octet < 0xc0) {
      point = ((point << 6) | (octet & 0x3f)) & 0x1fffff;
      following -= 1;
      if (following === 0) sign = nearest(point);
    } else {
      following = octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3;
      point = octet & (0x3f >> following);
    }
    if (sign > 0xff) {
      ascii[length] = sign >> 8;
      length += 1;
    }
    if (sign > 0) {
      ascii[length] = sign & 0xff;
      length += 1;
    }
  }
  return ascii.subarray(0, length);
}
