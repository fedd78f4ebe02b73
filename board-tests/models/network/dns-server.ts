// A name server (RFC 1035): answers one datagram by one, from a table of names, and as wrongly as its faults say.

/** Types of records. */
const A = 1;
const AAAA = 28;
const HEADER_BYTES = 12;
/** The name of the question, as a pointer to it (4.1.4). */
const SAME_NAME = [0xc0, HEADER_BYTES];
const TTL_S = 60;

export interface DnsRecords {
  a?: readonly string[];
  /** Groups in full, without `::`. */
  aaaa?: readonly string[];
}

export interface DnsFaults {
  /** No answer at all. */
  silent: boolean;
  /** RCODE of every answer: 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED; 0 none. */
  rcode: number;
  /** Answers with another id, or to another question, than was asked; the right answer does not follow. */
  wrongId: boolean;
  wrongQuestion: boolean;
  /** The answer comes from another address than was asked. */
  wrongSource: boolean;
  /** TC, and no record: the whole answer must be fetched by TCP (4.2.1). */
  truncated: boolean;
  /** The first record's name is a pointer to itself. */
  pointerLoop: boolean;
  /** The answer ends within a record. */
  cut: boolean;
}

export const NO_DNS_FAULTS: DnsFaults = {
  silent: false,
  rcode: 0,
  wrongId: false,
  wrongQuestion: false,
  wrongSource: false,
  truncated: false,
  pointerLoop: false,
  cut: false,
};

export class DnsServer {
  readonly faults: DnsFaults = { ...NO_DNS_FAULTS };
  /** Names that were asked for, with the type, in order. */
  readonly asked: string[] = [];

  /** @param find what a name has; undefined where there is no such name */
  constructor(private readonly find: (name: string) => DnsRecords | undefined) {}

  /** Null when it says nothing. */
  answer(query: Uint8Array): Uint8Array | null {
    const question = questionIn(query);
    if (!question) return null;
    const { name, type, end } = question;
    this.asked.push(`${name} ${type === AAAA ? "AAAA" : "A"}`);
    const { faults } = this;
    if (faults.silent) return null;
    const found = this.find(name.toLowerCase());
    const rcode = faults.rcode || (found ? 0 : 3);
    const records = rcode === 0 && !faults.truncated ? recordsOf(found, type, faults.pointerLoop) : [];
    const answer = [
      ...headerOf(query, rcode, records.length, faults),
      ...query.subarray(HEADER_BYTES, end),
      ...records.flat(),
    ];
    if (faults.wrongQuestion) answer[HEADER_BYTES + 1] = (answer[HEADER_BYTES + 1] ?? 0) ^ 2;
    return Uint8Array.from(faults.cut ? answer.slice(0, -3) : answer);
  }
}

function headerOf(query: Uint8Array, rcode: number, answers: number, faults: DnsFaults): number[] {
  const [high = 0, low = 0] = query;
  const id = faults.wrongId ? [high ^ 0xff, low] : [high, low];
  return [...id, 0x81 | (faults.truncated ? 2 : 0), 0x80 | rcode, 0, 1, 0, answers, 0, 0, 0, 0];
}

function questionIn(query: Uint8Array): { name: string; type: number; end: number } | undefined {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(new TextDecoder().decode(query.subarray(at + 1, at + 1 + length)));
    at += length + 1;
  }
  const type = ((query[at + 1] ?? 0) << 8) | (query[at + 2] ?? 0);
  return query.length === at + 5 ? { name: labels.join("."), type, end: at + 5 } : undefined;
}

function recordsOf(found: DnsRecords | undefined, type: number, isLoop: boolean): number[][] {
  const data = type === AAAA ? (found?.aaaa ?? []).map(bytes6) : type === A ? (found?.a ?? []).map(bytes4) : [];
  const name = isLoop ? undefined : SAME_NAME;
  const head = [0, type, 0, 1, 0, 0, 0, TTL_S];
  return data.map((bytes) => [...(name ?? [0xc0, 0x1e]), ...head, 0, bytes.length, ...bytes]);
}

function bytes4(address: string): number[] {
  return address.split(".").map(Number);
}

function bytes6(address: string): number[] {
  return address.split(":").flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
}
