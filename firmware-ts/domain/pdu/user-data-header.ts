// The user data header, UDH (3GPP TS 23.040 9.2.3.24): which part of a long message this is, for which application,
// in which national alphabet, and what waits in a mailbox.

const CONCATENATED_8 = 0x00;
const MESSAGE_WAITING = 0x01;
const PORTS_8 = 0x04;
const PORTS_16 = 0x05;
const CONCATENATED_16 = 0x08;
const SINGLE_SHIFT = 0x24;
const LOCKING_SHIFT = 0x25;
/** 3GPP TS 23.040 9.2.3.24 */
export const USER_DATA_OCTETS_MAX = 140;

export class UserDataHeader {
  /** 1 of 1 for a message that is not concatenated. */
  part: u8 = 1;
  parts: u8 = 1;
  reference: u16 = 0;
  /** The reference has 16 bits: it is another one than the same number of 8 bits. */
  isReferenceWide = false;
  hasPorts = false;
  destinationPort: u16 = 0;
  sourcePort: u16 = 0;
  /** National language identifiers (9.2.3.24.15 and .16); 0 for the default tables. */
  singleShift: u8 = 0;
  lockingShift: u8 = 0;
  /** What message-waiting.ts reads; a count of -1 where the header says nothing of it. */
  waitingType: u8 = 0;
  waitingCount: int<-1, 255> = -1;

  /** An element of another length than its own is ignored; of two that exclude each other, the last counts (9.2.3.24). */
  private element(id: u8, data: ReadonlyUint8Array): void {
    const length = data.length;
    const first = data[0] ?? 0;
    if (id === CONCATENATED_8 && length === 3) this.concatenated(first, false, data[1] ?? 0, data[2] ?? 0);
    else if (id === CONCATENATED_16 && length === 4) this.concatenated(word(data, 0), true, data[2] ?? 0, data[3] ?? 0);
    else if (id === PORTS_8 && length === 2) this.addressed(first, data[1] ?? 0);
    else if (id === PORTS_16 && length === 4) this.addressed(word(data, 0), word(data, 2));
    else if (id === MESSAGE_WAITING && length === 2) this.waits(first, data[1] ?? 0);
    else if (id === SINGLE_SHIFT && length === 1) this.singleShift = first;
    else if (id === LOCKING_SHIFT && length === 1) this.lockingShift = first;
  }

  /** An element with impossible numbers is ignored (9.2.3.24.1). */
  private concatenated(reference: u16, isWide: boolean, parts: u8, part: u8): void {
    if (parts === 0 || part === 0 || part > parts) return;
    this.reference = reference;
    this.isReferenceWide = isWide;
    this.parts = parts;
    this.part = part;
  }

  private addressed(destination: u16, source: u16): void {
    this.hasPorts = true;
    this.destinationPort = destination;
    this.sourcePort = source;
  }

  private waits(type: u8, count: u8): void {
    this.waitingType = type;
    this.waitingCount = count;
  }

  /** Takes in a header, without its length octet. One whose elements do not fill it is ignored as a whole (9.2.3.24). */
  read(header: ReadonlyUint8Array): void {
    if (!isWhole(header)) return;
    let at = 0;
    while (at + 1 < header.length) {
      const end = at + 2 + (header[at + 1] ?? 0);
      this.element(header[at] ?? 0, header.subarray(at + 2, end));
      at = end;
    }
  }
}

/** Of a message without one: it stays as it is. */
export const NO_HEADER = new UserDataHeader();

/**
 * Where the text begins: in septets for GSM 7 bit, in octets else; -1 for user data that is too short, or has a header that is
 * longer than all.
 * @param data the octets after TP-UDL, perhaps more than belong to it
 * @param length TP-UDL: septets for the GSM 7 bit alphabet, octets for the others (9.2.3.16)
 */
export function textStart(data: ReadonlyUint8Array, length: u8, isGsm7: boolean, hasHeader: boolean): int<-1, 255> {
  const octets = octetsOf(length, isGsm7);
  if (octets > data.length || octets > USER_DATA_OCTETS_MAX) return -1;
  const headerOctets = hasHeader ? (data[0] ?? 0) + 1 : 0;
  // Septets begin at the next boundary of septets, counted from the beginning of the header: fill bits (9.2.3.24).
  const first = isGsm7 ? Math.floor((headerOctets * 8 + 6) / 7) : headerOctets;
  return first > length ? -1 : first;
}

/** @param length TP-UDL */
export function octetsOf(length: u8, isGsm7: boolean): u8 {
  return isGsm7 ? (length * 7 + 7) >> 3 : length;
}

function isWhole(header: ReadonlyUint8Array): boolean {
  let at = 0;
  while (at + 1 < header.length) at += 2 + (header[at + 1] ?? 0);
  return at === header.length;
}

function word(data: ReadonlyUint8Array, at: number): u16 {
  return ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
}
