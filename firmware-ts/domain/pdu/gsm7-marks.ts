// Which septets are the same characters in ASCII, whatever the tables: most of a text needs no other look. This table is made
// once, and stays while the code that reads messages comes and goes.

/** From here on it is no ASCII. */
export const OTHER = 0x80;

/** By septet: itself where it is the same character in ASCII, by every table, and else itself with OTHER. */
export const MARKED = new Uint8Array(128);
for (let septet = 0; septet < 128; septet++) {
  const letter = septet & 0x1f;
  // The dollar's place is taken by the currency sign.
  const isPrinted = septet < 0x40 ? septet >= 0x20 && septet !== 0x24 : letter > 0 && letter < 0x1b;
  MARKED[septet] = isPrinted || septet === 0x0a || septet === 0x0d ? septet : OTHER | septet;
}
