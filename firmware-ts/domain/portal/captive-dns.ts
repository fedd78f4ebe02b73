// The answer of the portal's name server: every name is the board's, so that a phone's look for the internet ends at the
// page. Queries are read within their bounds, and nothing in them is followed (RFC 1035 4.1).

// Not those of network/dns-message.ts: that code is loaded and forgotten with what asks.
const A = 1;
/** Longer ones need another way than UDP (RFC 1035 4.2.1). */
export const QUERY_OCTETS_MAX = 512;
const HEADER_OCTETS = 12;
const TYPE_AND_CLASS_OCTETS = 4;
const LABEL_OCTETS_MAX = 63;
/** With the octet of each label's length (RFC 1035 2.3.4). */
const NAME_OCTETS_MAX = 255;
const INTERNET = 1;
/**
 * A record: a pointer to the question's name, type A, class IN, 5 s to live (a phone must not remember it when it is back in its
 * own network), four octets: 192.168.4.1.
 */
const RECORD: readonly number[] = [0xc0, HEADER_OCTETS, 0, A, 0, INTERNET, 0, 0, 0, 5, 0, 4, 192, 168, 4, 1];
/** Not implemented, RCODE 4: what is no standard query. */
const NOT_IMPLEMENTED = 4;
const AUTHORITATIVE = 0x04;
const RESPONSE = 0x80;

/**
 * The answer to a datagram; no octets for what deserves none: an answer, what is malformed, what has another number of questions
 * than one, a name that is compressed. For type A of class IN the board's address, for all else no records and no error, so that
 * nobody waits or looks elsewhere for it (AAAA, HTTPS).
 * @param query whose first `length` octets are the datagram
 */
export function dnsReply(query: ReadonlyUint8Array, length: number): ReadonlyUint8Array {
  const none = new Uint8Array(0);
  if (length < HEADER_OCTETS || length > Math.min(query.length, QUERY_OCTETS_MAX)) return none;
  if (((query[2] ?? 0) & RESPONSE) !== 0 || query[4] !== 0 || query[5] !== 1) return none;
  const end = questionEnd(query, length);
  if (end === 0) return none;
  const kind = (query[2] ?? 0) & 0x78;
  const isAddress =
    kind === 0 && query[end - 4] === 0 && query[end - 3] === A && query[end - 2] === 0 && query[end - 1] === INTERNET;
  const reply = new Uint8Array(end + (isAddress ? RECORD.length : 0));
  reply.set(query.subarray(0, end));
  // Recursion was desired or not, and is not what is done here.
  reply[2] = RESPONSE | AUTHORITATIVE | ((query[2] ?? 0) & 0x79);
  reply[3] = kind === 0 ? 0 : NOT_IMPLEMENTED;
  for (let at = 6; at < HEADER_OCTETS; at++) reply[at] = 0;
  if (isAddress) {
    reply[7] = 1;
    reply.set(RECORD, end);
  }
  return reply;
}

/** Where the question ends: its name, label by label, then type and class. 0 for what is none. */
function questionEnd(query: ReadonlyUint8Array, length: number): int<0, 512> {
  let at = HEADER_OCTETS;
  while (at < length) {
    const label = query[at] ?? 0;
    if (label === 0) {
      const end = at + 1 + TYPE_AND_CLASS_OCTETS;
      return end <= length ? Math.min(end, QUERY_OCTETS_MAX) : 0;
    }
    at += 1 + label;
    // A pointer has its two first bits set, so it is longer than any label.
    if (label > LABEL_OCTETS_MAX || at - HEADER_OCTETS >= NAME_OCTETS_MAX) return 0;
  }
  return 0;
}
