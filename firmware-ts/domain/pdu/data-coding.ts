// The data coding scheme, DCS (3GPP TS 23.038 4).

export type Alphabet = "gsm7" | "octets" | "ucs2" | "compressed";

/**
 * How the user data is written, group by group: 0 to 3 general, 4 to 7 the same marked for automatic deletion, 8 to b
 * reserved, c and d message waiting in GSM 7 bit, e the same in UCS2, f alphabet and class. Reserved codings count as the
 * GSM 7 bit default alphabet, as the clause says.
 */
export function alphabetOf(dcs: u8): Alphabet {
  const group = dcs >> 4;
  if (group === 0xf) return (dcs & 0x04) === 0 ? "gsm7" : "octets";
  if (group === 0xe) return "ucs2";
  if (group >= 0x8) return "gsm7";
  if ((dcs & 0x20) !== 0) return "compressed";
  const alphabet = (dcs >> 2) & 3;
  if (alphabet === 1) return "octets";
  return alphabet === 2 ? "ucs2" : "gsm7";
}

/** The message class 0 to 3; -1 for none. */
export function messageClassOf(dcs: u8): int<-1, 3> {
  const group = dcs >> 4;
  const hasClass = group === 0xf || (group < 0x8 && (dcs & 0x10) !== 0);
  return hasClass ? dcs & 3 : -1;
}
