// A part of a message to be sent, as an SMS-SUBMIT (3GPP TS 23.040 9.2.2.2) for AT+CMGS.
import { encodeAddress } from "./encode-address.ts";
import type { EncodedText } from "./encode-text.ts";
import { textOf } from "./utf8.ts";
import { validityPeriodOf } from "./validity-period.ts";

/** What holds for all parts of a message. */
export interface SubmitOptions {
  /** `+` and digits, or digits as the network takes them. */
  readonly to: string;
  /** Class 0: shown at once, not stored. */
  readonly isFlash: boolean;
  /** Ask for a status report of each part. */
  readonly wantsReport: boolean;
  /** How long the service centre tries; 0 leaves it to the service centre. */
  readonly validityMinutes: int<0, 100000000>;
  /** What parts have in common: 8 bits, or 16 for a text that was encoded so. */
  readonly reference: u16;
}

export interface SubmitPdu {
  /** For the prompt: upper-case hexadecimal, beginning with "00" for the service centre of the SIM. */
  readonly hex: string;
  /** For AT+CMGS: octets without that of the service centre. */
  readonly tpduOctets: int<0, 255>;
}

const SUBMIT = 0x01;
const RELATIVE_VALIDITY = 0x10;
const REPORT_WANTED = 0x20;
const HAS_HEADER = 0x40;
const UCS2 = 0x08;
const CLASS_0 = 0x10;
const PDU_OCTETS_MAX = 160;

/**
 * The PDU of one part.
 * @param text one without a problem
 * @param part from 1 to text.parts()
 * @returns null for a `to` that is no number
 */
export function submitPdu(text: EncodedText, part: int<1, 255>, options: SubmitOptions): SubmitPdu | null {
  const address = encodeAddress(options.to);
  if (address === null) return null;
  const { isFlash, validityMinutes, wantsReport } = options;
  const pdu = new PduWriter();
  pdu.put(0); // the service centre of the SIM
  const isPart = text.parts() > 1;
  const flags = (wantsReport ? REPORT_WANTED : 0) | (isPart ? HAS_HEADER : 0);
  pdu.put(SUBMIT | flags | (validityMinutes > 0 ? RELATIVE_VALIDITY : 0));
  pdu.put(0); // the reference of the part: the modem's to fill in
  pdu.putAll(address);
  pdu.put(0); // an ordinary message
  pdu.put((text.isUcs2 ? UCS2 : 0) | (isFlash ? CLASS_0 : 0));
  if (validityMinutes > 0) pdu.put(validityPeriodOf(validityMinutes));
  putUserData(pdu, text, part, options.reference);
  return pdu.finished();
}

/** TP-UDL and TP-UD: a header where there are several parts, and the part's text after it. */
function putUserData(pdu: PduWriter, text: EncodedText, part: int<1, 255>, reference: u16): void {
  const { cuts, data, isReferenceWide, isUcs2 } = text;
  const piece = data.subarray(cuts[part - 1] ?? 0, cuts[part] ?? 0);
  const isPart = text.parts() > 1;
  const headerOctets = !isPart ? 0 : isReferenceWide ? 7 : 6;
  // A text in septets begins at a boundary of septets, counted from the beginning of the header (9.2.3.24).
  const headerSeptets = Math.floor((headerOctets * 8 + 6) / 7);
  pdu.put((piece.length + (isUcs2 ? headerOctets : headerSeptets)) & 0xff);
  if (isPart) putHeader(pdu, isReferenceWide, reference, text.parts() & 0xff, part);
  if (isUcs2) pdu.putAll(piece);
  else pdu.putSeptets(piece, headerSeptets * 7 - headerOctets * 8);
}

/** The element of a long message alone (9.2.3.24.1 and .8). */
function putHeader(pdu: PduWriter, isWide: boolean, reference: u16, parts: u8, part: u8): void {
  pdu.put(isWide ? 6 : 5);
  pdu.put(isWide ? 0x08 : 0x00);
  pdu.put(isWide ? 4 : 3);
  if (isWide) pdu.put(reference >> 8);
  pdu.put(reference & 0xff);
  pdu.put(parts);
  pdu.put(part);
}

const HEX = "0123456789ABCDEF";

class PduWriter {
  private readonly octets = new Uint8Array(PDU_OCTETS_MAX);
  private length = 0;

  put(octet: u8): void {
    this.octets[this.length] = octet;
    this.length += 1;
  }

  putAll(octets: ReadonlyUint8Array): void {
    for (const octet of octets) this.put(octet);
  }

  /** @param fillBits before the first septet, 0 to 6 */
  putSeptets(septets: ReadonlyUint8Array, fillBits: number): void {
    let carry = 0;
    let width = fillBits & 7;
    for (const septet of septets) {
      carry |= (septet & 0x7f) << width;
      width += 7;
      if (width > 7) {
        this.put(carry & 0xff);
        carry = (carry >> 8) & 0x7f;
        width = (width - 8) & 7;
      }
    }
    if (width > 0) this.put(carry & 0xff);
  }

  finished(): SubmitPdu {
    const text = new Uint8Array(2 * this.length);
    let at = 0;
    for (const octet of this.octets.subarray(0, this.length)) {
      text[at] = HEX.charCodeAt(octet >> 4);
      text[at + 1] = HEX.charCodeAt(octet & 0x0f);
      at += 2;
    }
    return { hex: textOf(text, text.length), tpduOctets: (this.length - 1) & 0xff };
  }
}
