// What waits in a mailbox: voicemail, fax and the like. A network tells it by the user data header (3GPP TS 23.040
// 9.2.3.24.2) or by the coding (3GPP TS 23.038 4), with a text or without.

/** By the two bits of the type; the last one has subtypes in the header, of which 1 is a video message. */
const KINDS: readonly string[] = ["voicemail", "fax", "email", "other"];
const VIDEO = 0x07;
/** The network told only that there are some. */
const COUNT_UNKNOWN = -1;

export class MessageWaiting {
  readonly kind: string;

  /**
   * @param type the first octet of the element: bits 0 to 4 are the type
   * @param count messages that wait, 0 to 255 (255 stands for more, too); -1 unknown
   */
  constructor(
    type: u8,
    readonly count: int<-1, 255>,
  ) {
    this.kind = (type & 0x1f) === VIDEO ? "video" : (KINDS[type & 3] ?? "");
  }
}

/** What the coding says: a group of its own, with bit 3 for some or none; null for the other groups. */
export function waitingByCoding(dcs: u8): MessageWaiting | null {
  const group = dcs >> 4;
  if (group < 0xc || group > 0xe) return null;
  return new MessageWaiting(dcs & 3, (dcs & 8) === 0 ? 0 : COUNT_UNKNOWN);
}
