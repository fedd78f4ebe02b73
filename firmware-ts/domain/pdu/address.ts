// Address fields (3GPP TS 23.040 9.1.2.5): numbers in semi-octets, names in GSM 7 bit.
import { decodeGsm7, Unpacking } from "./gsm7.ts";
import { TextReading } from "./text-reading.ts";
import { textOf } from "./utf8.ts";

const ALPHANUMERIC = 5;
const INTERNATIONAL = 1;
/** By semi-octet; the last one is none, and fills the last octet of an odd number of digits. */
const DIGITS = "0123456789*#abcF";
const RESERVED = 0x46;

/**
 * The sender as people write it.
 * @param digits useful semi-octets, as the address's length says
 * @param typeOfAddress its type octet
 * @param value the octets after that
 * @returns `+` and digits, digits, or a name; null for a reserved digit
 */
export function decodeAddress(digits: number, typeOfAddress: u8, value: ReadonlyUint8Array): string | null {
  const typeOfNumber = (typeOfAddress >> 4) & 7;
  if (typeOfNumber === ALPHANUMERIC) return decodeName(digits, value);
  return decodeDigits(typeOfNumber === INTERNATIONAL ? "+" : "", digits, value);
}

/** Seven characters take 49 bits of 7 octets: the seven bits left look like an eighth character, `@`. */
function decodeName(digits: number, value: ReadonlyUint8Array): string | null {
  const isSeven = digits === 14 && (value[6] ?? 0) < 2;
  return decodeGsm7(
    value,
    0,
    isSeven ? 7 : Math.floor((digits * 4) / 7),
    new TextReading(),
    new Unpacking(value.length & 0xff),
  );
}

function decodeDigits(prefix: string, digits: number, value: ReadonlyUint8Array): string | null {
  const text = new Uint8Array(2 * value.length);
  let length = 0;
  for (const octet of value) {
    text[length] = DIGITS.charCodeAt(octet & 0x0f);
    text[length + 1] = DIGITS.charCodeAt(octet >> 4);
    length += 2;
  }
  const number = text.subarray(0, digits);
  return number.includes(RESERVED) ? null : prefix + textOf(number, digits);
}
