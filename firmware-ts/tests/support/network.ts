// What a network makes of a part that was submitted: the message that arrives at the other side.
import { SCTS } from "./pdu-encoder.ts";

export interface Submitted {
  /** TP-MTI and the flags (3GPP TS 23.040 9.2.2.2). */
  firstOctet: number;
  /** Length, type and digits. */
  address: Uint8Array;
  dcs: number;
  /** undefined where TP-VPF says that there is none. */
  validityPeriod: number | undefined;
  length: number;
  userData: Uint8Array;
}

/** Takes an SMS-SUBMIT apart; throws where its octets are not those that its fields announce. */
export function readSubmit(hex: string): Submitted {
  const octets = new Uint8Array(Buffer.from(hex, "hex"));
  const [smsc, firstOctet = 0, reference, digits = 0] = octets;
  if (smsc !== 0 || (firstOctet & 3) !== 1 || reference !== 0) throw new Error(`not an SMS-SUBMIT: ${hex}`);
  const afterAddress = 5 + Math.ceil(digits / 2);
  const [pid, dcs = 0, validity = 0] = octets.subarray(afterAddress);
  const hasValidity = (firstOctet & 0x18) === 0x10;
  if (pid !== 0 || (!hasValidity && (firstOctet & 0x18) !== 0)) throw new Error(`odd fields: ${hex}`);
  const lengthAt = afterAddress + 2 + (hasValidity ? 1 : 0);
  const length = octets[lengthAt] ?? 0;
  const userData = octets.subarray(lengthAt + 1);
  const expected = (dcs & 0x0c) === 8 ? length : Math.ceil((length * 7) / 8);
  if (userData.length !== expected || expected > 140) throw new Error(`TP-UDL does not fit: ${hex}`);
  return {
    firstOctet,
    address: octets.subarray(3, afterAddress),
    dcs,
    validityPeriod: hasValidity ? validity : undefined,
    length,
    userData,
  };
}

/** The SMS-DELIVER of it. */
export function delivered(hex: string): Uint8Array {
  const { firstOctet, address, dcs, length, userData } = readSubmit(hex);
  return Uint8Array.of(0, (firstOctet & 0x40) | 0x04, ...address, 0, dcs, ...SCTS, length, ...userData);
}
