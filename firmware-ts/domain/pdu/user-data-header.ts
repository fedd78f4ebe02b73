// The user data header, UDH (3GPP TS 23.040 9.2.3.24): which part of a long message this is, for which application,
// and in which national alphabet.

const CONCATENATED_8 = 0x00;
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
  /** The reference has 16 bits. */
  isWide = false;
  hasPorts = false;
  destinationPort: u16 = 0;
  sourcePort: u16 = 0;
  /** The text uses a national language's alphabet (9.2.3.24.15). */
  hasShift = false;

  private element(id: u8, data: ReadonlyUint8Array): void {
    if (id === CONCATENATED_8 && data.length === 3) this.concatenated(data[0] ?? 0, data[1] ?? 0, data[2] ?? 0);
    else if (id === CONCATENATED_16 && data.length === 4) {
      this.concatenated(word(data, 0), data[2] ?? 0, data[3] ?? 0);
      this.isWide = this.parts > 1;
    } else if (id === PORTS_8 && data.length === 2) this.addressed(data[0] ?? 0, data[1] ?? 0);
    else if (id === PORTS_16 && data.length === 4) this.addressed(word(data, 0), word(data, 2));
    else if (id === SINGLE_SHIFT || id === LOCKING_SHIFT) this.hasShift = true;
  }

  /** An element with impossible numbers is ignored (9.2.3.24.1). */
  private concatenated(reference: u16, parts: u8, part: u8): void {
    if (parts === 0 || part === 0 || part > parts) return;
    this.reference = reference;
    this.parts = parts;
    this.part = part;
  }

  private addressed(destination: u16, source: u16): void {
    this.hasPorts = true;
    this.destinationPort = destination;
    this.sourcePort = source;
  }

  /** Takes in a header, without its length octet; an element that is longer than the header ends it. */
  read(header: ReadonlyUint8Array): void {
    let at = 0;
    while (at + 1 < header.length) {
      const length = header[at + 1] ?? 0;
      const end = at + 2 + length;
      if (end > header.length) return;
      this.element(header[at] ?? 0, header.subarray(at + 2, end));
      at = end;
    }
  }
}

function word(data: ReadonlyUint8Array, at: number): u16 {
  return ((data[at] ?? 0) << 8) | (data[at + 1] ?? 0);
}
