// How a text is read on from part to part of a long message: senders cut by octets, in the middle of a character too.

export class TextReading {
  /** National language identifiers of the present part (3GPP TS 23.038 6.2.1.2.4); 0 for the default tables. */
  singleShift: u8 = 0;
  lockingShift: u8 = 0;
  /** The text so far ends with an escape of GSM 7 bit. */
  isEscaped = false;
  /** The first half of a surrogate pair with which the text so far ends; 0 for none. */
  high: u16 = 0;
  /** The part before is missing: half a character at the beginning belongs to it. */
  isAfterGap = false;

  /** A part is missing here. Half a character before it goes with it. */
  gap(): void {
    this.isEscaped = false;
    this.high = 0;
    this.isAfterGap = true;
  }
}
