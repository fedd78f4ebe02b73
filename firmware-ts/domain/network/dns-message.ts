// A question to a name server, and what its answer says (RFC 1035 4.1). Whatever arrives is read within its bounds: a
// pointer of compression is stepped over and never followed, so none can lead in a circle.

/** Types of records: an IPv4 address (RFC 1035 3.2.2), an IPv6 address (RFC 3596 2.1). */
export const A = 1;
export const AAAA = 28;
export type AddressType = typeof A | typeof AAAA;

/** Longer ones need another way than UDP, or an agreement on it (RFC 1035 4.2.1). */
export const DNS_OCTETS_MAX = 512;
export const DNS_PORT = 53;

const HEADER_OCTETS = 12;
const TYPE_AND_CLASS_OCTETS = 4;
/** Type, class, time to live, length. */
const RECORD_OCTETS = 10;
const INTERNET = 1;
const NAME_ERROR = 3;
const LABEL_OCTETS_MAX = 63;
const DOT = 0x2e;

/**
 * The question for an address of a name, to be answered by whoever knows it (recursion desired).
 * @param id of chance, which the answer repeats
 * @returns no octets at all for what is no name: a part of it is empty, or longer than 63 octets
 */
export function dnsQuestion(name: string, type: AddressType, id: u16): Uint8Array {
  const octets = new TextEncoder().encode(name);
  const question = new Uint8Array(HEADER_OCTETS + octets.length + 2 + TYPE_AND_CLASS_OCTETS);
  question[0] = id >> 8;
  question[1] = id & 0xff;
  question[2] = 1;
  question[5] = 1;
  let lengthAt = HEADER_OCTETS;
  let length = 0;
  for (let i = 0; i < octets.length; i++) {
    const octet = octets[i] ?? 0;
    if (octet !== DOT) {
      question[HEADER_OCTETS + 1 + i] = octet;
      length += 1;
    }
    if (octet === DOT || i === octets.length - 1) {
      if (length === 0 || length > LABEL_OCTETS_MAX) return new Uint8Array(0);
      question[lengthAt] = length;
      lengthAt = HEADER_OCTETS + 1 + i;
      length = 0;
    }
  }
  // Without a dot at the end.
  if (lengthAt === HEADER_OCTETS + octets.length && octets[octets.length - 1] === DOT) return new Uint8Array(0);
  const end = question.length;
  question[end - 3] = type;
  question[end - 1] = INTERNET;
  return octets.length === 0 ? new Uint8Array(0) : question;
}

/**
 * The first address in the answer, as text, or why there is none: unknown-name, no-address, dns-failed (an answer that makes no sense, too);
 * foreign for the answer to something else, which is no answer at all.
 * @param question what dnsQuestion() gave
 */
export function dnsAddress(answer: ReadonlyUint8Array, question: ReadonlyUint8Array): string {
  if (!isAnswerTo(answer, question)) return "foreign";
  const code = (answer[3] ?? 0) & 0x0f;
  if (code === NAME_ERROR) return "unknown-name";
  if (code !== 0) return "dns-failed";
  const isCut = ((answer[2] ?? 0) & 2) !== 0;
  const found = recordIn(answer, question.length, question[question.length - 3] ?? 0);
  // What is cut off may be the address.
  return isCut && found === "no-address" ? "dns-failed" : found;
}

/** Its id, that it is an answer, that it has one question and which (RFC 5452 9.1); letters in either case. */
function isAnswerTo(answer: ReadonlyUint8Array, question: ReadonlyUint8Array): boolean {
  if (answer.length < question.length || question.length === 0) return false;
  if (answer[0] !== question[0] || answer[1] !== question[1] || ((answer[2] ?? 0) & 0xf8) !== 0x80) return false;
  if (answer[4] !== 0 || answer[5] !== 1) return false;
  for (let i = HEADER_OCTETS; i < question.length; i++) {
    if (smallOf(answer[i] ?? 0) !== smallOf(question[i] ?? 0)) return false;
  }
  return true;
}

function smallOf(octet: u8): u8 {
  return octet >= 0x41 && octet <= 0x5a ? octet + 0x20 : octet;
}

/** The first address of the type among the answers that begin at `at`; other records, such as aliases, lead to it. */
function recordIn(answer: ReadonlyUint8Array, at: number, type: number): string {
  const count = numberAt(answer, 6);
  for (let i = 0; i < count; i++) {
    const fields = afterName(answer, at);
    const data = fields + RECORD_OCTETS;
    if (data > answer.length) return "dns-failed";
    const length = numberAt(answer, fields + 8);
    at = data + length;
    if (at > answer.length) return "dns-failed";
    if (numberAt(answer, fields) !== type || numberAt(answer, fields + 2) !== INTERNET) continue;
    if (type === A && length === 4)
      return `${answer[data]}.${answer[data + 1]}.${answer[data + 2]}.${answer[data + 3]}`;
    if (type === AAAA && length === 16) return groupsAt(answer, data);
    return "dns-failed";
  }
  return "no-address";
}

/** Where the record goes on after its name: behind the label of no length, or behind a pointer, which ends a name (4.1.4). */
function afterName(octets: ReadonlyUint8Array, at: number): number {
  while (at < octets.length) {
    const length = octets[at] ?? 0;
    if (length === 0) return at + 1;
    if (length >= 0xc0) return at + 2;
    at += 1 + length;
  }
  return at;
}

function groupsAt(octets: ReadonlyUint8Array, at: number): string {
  let text = "";
  for (let i = 0; i < 16; i += 2) text += `${i === 0 ? "" : ":"}${numberAt(octets, at + i).toString(16)}`;
  return text;
}

function numberAt(octets: ReadonlyUint8Array, at: number): u16 {
  return ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
}
