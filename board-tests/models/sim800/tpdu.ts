// As much of a PDU as a modem looks at before it stores or hands it on: kind, length, message class.
// Source: 3GPP TS 23.040 9.2.2 and 9.2.3.1, 3GPP TS 23.038 section 4, 3GPP TS 27.005 3.1 (the length in octets).

export type TpduKind = "deliver" | "submit" | "status-report" | "reserved";

export interface TpduFacts {
  kind: TpduKind;
  /** Octets without the service centre's address, as +CMGL gives them. */
  length: number;
  /** 0 to 3, or undefined without one. */
  messageClass: number | undefined;
  /** TP-User-Data-Header-Indicator. */
  hasHeader: boolean;
}

/** TP-Message-Type-Indicator as seen from the mobile (TS 23.040 9.2.3.1). */
const KINDS: readonly TpduKind[] = ["deliver", "submit", "status-report", "reserved"];

/** Hex digits, in pairs, at least a service centre's length and one octet of TPDU. */
export function isPduHex(text: string): boolean {
  if (!/^(?:[0-9A-F]{2}){2,}$/i.test(text)) return false;
  return smscOctets(text) * 2 < text.length;
}

/** Octets of the service centre's address with its length octet. */
export function smscOctets(pdu: string): number {
  return Number.parseInt(pdu.slice(0, 2), 16) + 1;
}

/** Looks at a PDU with its service centre's address. Broken ones still have a kind and a length. */
export function inspectPdu(pdu: string): TpduFacts {
  const start = smscOctets(pdu);
  const octet = (index: number): number => Number.parseInt(pdu.slice((start + index) * 2, (start + index) * 2 + 2), 16);
  const first = octet(0);
  const kind = KINDS[first & 3] as TpduKind;
  const addressOctets = 2 + Math.ceil(octet(1) / 2);
  const dcs = kind === "deliver" ? octet(1 + addressOctets + 1) : Number.NaN;
  return { kind, length: pdu.length / 2 - start, messageClass: classOf(dcs), hasHeader: (first & 0x40) !== 0 };
}

/** TS 23.038 section 4: bits 1..0 are a class in group 00xx with bit 4 set, and in group 1111. */
function classOf(dcs: number): number | undefined {
  if (Number.isNaN(dcs)) return undefined;
  const general = (dcs & 0xc0) === 0 && (dcs & 0x10) !== 0;
  return general || (dcs & 0xf0) === 0xf0 ? dcs & 3 : undefined;
}
