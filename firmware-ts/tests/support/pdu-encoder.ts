// An encoder of SMS-DELIVER PDUs, written from 3GPP TS 23.040 and TS 23.038 on its own, to test the decoder against.

export interface DeliverOptions {
  smsc?: string;
  /** A number with + or without, or a name. */
  from: string;
  isName?: boolean;
  /** Seven octets as they stand in the PDU. */
  scts?: readonly number[];
  dcs: number;
  /** The user data after a header. */
  data: Uint8Array;
  /** TP-UDL; septets for GSM 7 bit. */
  length: number;
  header?: readonly number[];
}

export const GSM7 =
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
  "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
export const GSM7_EXTENSION: Readonly<Record<string, number>> = {
  "\f": 0x0a,
  "^": 0x14,
  "{": 0x28,
  "}": 0x29,
  "\\": 0x2f,
  "[": 0x3c,
  "~": 0x3d,
  "]": 0x3e,
  "|": 0x40,
  "€": 0x65,
};

export function septetsOf(text: string): number[] {
  return [...text].flatMap((character) => {
    const extension = GSM7_EXTENSION[character];
    return extension === undefined ? [GSM7.indexOf(character)] : [0x1b, extension];
  });
}

/** Packs by way of one long string of bits. @param fill bits before the first septet */
export function pack(septets: readonly number[], fill = 0): Uint8Array {
  let bits = "0".repeat(fill);
  for (const septet of septets) bits += [...septet.toString(2).padStart(7, "0")].reverse().join("");
  bits = bits.padEnd(Math.ceil(bits.length / 8) * 8, "0");
  const octets = bits.match(/.{8}/g) ?? [];
  return Uint8Array.from(octets, (octet) => Number.parseInt([...octet].reverse().join(""), 2));
}

function semiOctets(digits: string): number[] {
  const even = digits.length % 2 === 0 ? digits : `${digits}f`;
  return (even.match(/../g) ?? []).map((pair) => Number.parseInt(`${pair[1]}${pair[0]}`, 16));
}

function address(options: DeliverOptions): number[] {
  if (options.isName) {
    const packed = pack(septetsOf(options.from));
    return [Math.ceil((septetsOf(options.from).length * 7) / 4), 0xd0, ...packed];
  }
  const digits = options.from.replace("+", "").replaceAll("*", "a").replaceAll("#", "b");
  return [digits.length, options.from.startsWith("+") ? 0x91 : 0x81, ...semiOctets(digits)];
}

/** 22 November 2026, 09:30:45, one hour east. */
export const SCTS = [0x62, 0x11, 0x22, 0x90, 0x03, 0x54, 0x40];

export function deliver(options: DeliverOptions): Uint8Array {
  const smsc = options.smsc === undefined ? [] : [0x91, ...semiOctets(options.smsc)];
  const header = options.header === undefined ? [] : [options.header.length, ...options.header];
  return Uint8Array.from([
    smsc.length,
    ...smsc,
    options.header ? 0x44 : 0x04,
    ...address(options),
    0x00,
    options.dcs,
    ...(options.scts ?? SCTS),
    options.length,
    ...header,
    ...options.data,
  ]);
}

export interface ReportOptions {
  to: string;
  /** TP-MR. */
  reference: number;
  /** TP-ST. */
  status: number;
  /** What follows TP-ST. */
  more?: readonly number[];
}

/** An SMS-STATUS-REPORT; sent at SCTS, discharged nine seconds later. */
export function statusReport({ to, reference, status, more = [] }: ReportOptions): Uint8Array {
  const discharged = [...SCTS.slice(0, 5), 0x45, ...SCTS.slice(6)];
  const about = address({ from: to, dcs: 0, data: Uint8Array.of(), length: 0 });
  return Uint8Array.from([0x00, 0x06, reference, ...about, ...SCTS, ...discharged, status, ...more]);
}

/** A message in the GSM alphabet. */
export function gsm7(from: string, text: string, more: Partial<DeliverOptions> = {}): Uint8Array {
  const septets = septetsOf(text);
  const headerOctets = more.header === undefined ? 0 : more.header.length + 1;
  const headerSeptets = Math.ceil((headerOctets * 8) / 7);
  const data = pack(septets, headerSeptets * 7 - headerOctets * 8);
  return deliver({ from, dcs: 0, data, length: headerSeptets + septets.length, smsc: "447785016005", ...more });
}

/** A message in UCS2, as phones write it: UTF-16, big-endian. */
export function ucs2(from: string, text: string, more: Partial<DeliverOptions> = {}): Uint8Array {
  const data = Uint8Array.from([...text].flatMap((character) => [...Buffer.from(character, "utf16le").swap16()]));
  const headerOctets = more.header === undefined ? 0 : more.header.length + 1;
  return deliver({ from, dcs: 8, data, length: headerOctets + data.length, smsc: "447785016005", ...more });
}

export function hex(octets: Uint8Array): string {
  return Buffer.from(octets).toString("hex").toUpperCase();
}
