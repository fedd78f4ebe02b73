// The user data of a PDU (3GPP TS 23.040 9.2.3.24), ready to be read as text: where its header ends, and in which
// alphabet it is written.
import type { Alphabet } from "./data-coding.ts";
import { alphabetOf } from "./data-coding.ts";
import { decodeGsm7, Unpacking } from "./gsm7.ts";
import { knowsLanguage } from "./gsm7-tables.ts";
import type { TextReading } from "./text-reading.ts";
import { decodeUcs2 } from "./ucs2.ts";
import { NO_HEADER, octetsOf, textStart, USER_DATA_OCTETS_MAX, UserDataHeader } from "./user-data-header.ts";

export class UserData {
  header = NO_HEADER;
  private alphabet: Alphabet = "octets";
  /** All of it, the header too, and no more than that. */
  private octets: ReadonlyUint8Array | null = null;
  /** Where the text begins and ends: in septets for GSM 7 bit, in octets else. */
  private first = 0;
  private end = 0;
  /** Begun while the last octets were still to come; null where that was not so, or the text is none of septets. */
  private unpacking: Unpacking | null = null;

  /**
   * What can be done while the last octets are still to come.
   * @param data as read() will have it, as far as it is there
   */
  begin(data: ReadonlyUint8Array, length: u8, dcs: u8): void {
    const octets = octetsOf(length, true);
    if (alphabetOf(dcs) !== "gsm7" || octets > USER_DATA_OCTETS_MAX) return;
    this.unpacking = new Unpacking(octets);
    this.unpacking.take(data.subarray(0, octets));
  }

  /**
   * Takes in the user data of a PDU. What is too short, or has a header that is longer than all, stays without text.
   * @param data the octets after TP-UDL, perhaps more than belong to it
   * @param length TP-UDL: septets for the GSM 7 bit alphabet, octets for the others (9.2.3.16)
   */
  read(data: ReadonlyUint8Array, length: u8, dcs: u8, hasHeader: boolean): void {
    const alphabet = alphabetOf(dcs);
    const isGsm7 = alphabet === "gsm7";
    const first = textStart(data, length, isGsm7, hasHeader);
    if (first < 0) return;
    const headerOctets = hasHeader ? (data[0] ?? 0) + 1 : 0;
    if (headerOctets > 0) {
      this.header = new UserDataHeader();
      this.header.read(data.subarray(1, headerOctets));
    }
    this.octets = data.subarray(0, octetsOf(length, isGsm7));
    this.first = first;
    this.end = length;
    this.alphabet = alphabet;
  }

  /** There is to be no text. */
  withhold(): void {
    this.octets = null;
  }

  /** The text; null for what is none, or cannot be read. @param reading between it and the part before it */
  text(reading: TextReading): string | null {
    const { alphabet, header, octets } = this;
    if (octets === null) return null;
    if (alphabet === "ucs2") return decodeUcs2(octets.subarray(this.first), reading);
    if (alphabet !== "gsm7" || reading.high !== 0 || !knowsLanguage(header.lockingShift)) return null;
    reading.singleShift = header.singleShift;
    reading.lockingShift = header.lockingShift;
    return decodeGsm7(octets, this.first, this.end, reading, this.unpacking ?? new Unpacking(octets.length & 0xff));
  }
}
