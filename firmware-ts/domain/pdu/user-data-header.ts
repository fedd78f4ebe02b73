// The user data header, UDH (3GPP TS 23.040 9.2.3.24): which part of a long message this is, for which application,
// in which national alphabet, and what waits in a mailbox.
import { MessageWaiting } from "./message-waiting.ts";

const CONCATENATED_8 = 0x00;
const MESSAGE_WAITING = 0x01;
const PORTS_8 = 0x04;
const PORTS_16 = 0x05;
const CONCATENATED_16 = 0x08;
const SINGLE_SHIFT = 0x24;
const LOCKING_SHIFT = 0x25;

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
  /** null where the header says nothing of it. */
  waiting: MessageWaiting | null = null;

  /** An element of another length than its own is ignored; of two that exclude each other, the last counts (9.2.3.24). */
  private element(id: u8, data: ReadonlyUint8Array): void {
    const length = data.length;
    const first = data[0] ?? 0;
    if (id === CONCATENATED_8 && length === 3) this.concatenated(first, false, data[1] ?? 0, data[2] ?? 0);
    else if (id === CONCATENATED_16 && length === 4) this.concatenated(word(data, 0), true, data[2] ?? 0, data[3] ?? 0);
    else if (id === PORTS_8 && length === 2) this.addressed(first, data[1] ?? 0);
    else if (id === PORTS_16 && length === 4) this.addressed(word(data, 0), word(data, 2));
    else if (id === MESSAGE_WAITING && length === 2) this.waiting = new MessageWaiting(first, data[1] ?? 0);
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

function isWhole(header: ReadonlyUint8Array): boolean {
  let at = 0;
  while (at + 1 < header.length) at += 2 + (header[at + 1] ?? 0);
  return at === header.length;
}

function word(data: ReadonlyUint8Array, at: number): u16 {
  return ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
}
