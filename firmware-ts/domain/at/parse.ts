// The headers of a modem's answers (SIM800 AT Command Manual V1.12, chapter 4). Strict: what is not understood whole
// is not understood, as lines may be damaged or belong to something else.

/** `+CMGL: <slot>,<status>,[<alpha>],<length>`, or `+CMGR:` without the slot (then -1). */
export interface MessageHeader {
  readonly slot: number;
  /** 0 received unread, 1 received read, 2 stored unsent, 3 stored sent */
  readonly status: number;
  /** Octets of the TPDU, without the service centre's address. */
  readonly length: number;
}

/** The number in a field, which may begin with a space; -1 for anything else. */
function field(text: string): number {
  return decimal(text.startsWith(" ") ? text.slice(1) : text);
}

/** The number that up to five decimal digits stand for; -1 for any other text. */
export function decimal(text: string): number {
  if (text.length < 1 || text.length > 5) return -1;
  let value = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = (value * 10 + digit) % 100000;
  }
  return value;
}

/** The slot of `+CMTI: <memory>,<slot>[,…]`; -1 for a damaged line. MMS announcements go on after the slot. */
export function announcedSlot(line: string): number {
  const fields = line.split(",");
  return field(fields[1] ?? "");
}

/** Tries left for the PIN, of `+SPIC: <pin1>,<pin2>,<puk1>,<puk2>`; -1 for a damaged line. */
export function pinTries(line: string): number {
  const fields = line.slice("+SPIC:".length).split(",");
  return line.startsWith("+SPIC:") ? field(fields[0] ?? "") : -1;
}

/** How many messages the first memory of `+CPMS: <used>,<total>,…` takes; 0 for a damaged line. */
export function storageSize(line: string): number {
  const fields = line.split(",");
  return Math.max(field(fields[1] ?? ""), 0);
}

/** The header of an entry of AT+CMGL; null for a damaged line or one in text mode. */
export function listHeader(line: string): MessageHeader | null {
  const fields = line.slice("+CMGL:".length).split(",");
  const slot = field(fields[0] ?? "");
  if (slot < 0 || fields.length < 3) return null;
  return messageHeader(slot, fields[1] ?? "", fields[fields.length - 1] ?? "");
}

/** The header of the answer to AT+CMGR; null for a damaged line or one in text mode. */
export function readHeader(line: string): MessageHeader | null {
  const fields = line.slice("+CMGR:".length).split(",");
  if (fields.length < 2) return null;
  return messageHeader(-1, fields[0] ?? "", fields[fields.length - 1] ?? "");
}

function messageHeader(slot: number, status: string, length: string): MessageHeader | null {
  const stat = field(status);
  const octets = field(length);
  if (stat < 0 || stat > 3 || octets < 0) return null;
  return { slot, status: stat, length: octets };
}
