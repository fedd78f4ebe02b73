// Address fields (3GPP TS 23.040 9.1.2.5): numbers in semi-octets, names in GSM 7 bit.
import { decodeGsm7 } from "./gsm7.ts";

const ALPHANUMERIC = 5;
const INTERNATIONAL = 1;
/** Semi-octets in the 10 octets that an address may have. */
export const ADDRESS_DIGITS_MAX = 20;
const DIGITS = "0123456789*#abc";

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
function decodeName(digits: number, value: ReadonlyUint8Array): string {
  const name = decodeGsm7(value, 0, Math.floor((digits * 4) / 7));
  return digits === 14 && name.endsWith("@") ? name.slice(0, -1) : name;
}

function decodeDigits(prefix: string, digits: number, value: ReadonlyUint8Array): string | null {
  let number = prefix;
  for (let i = 0; i < digits; i++) {
    const octet = value[i >> 1] ?? 0xff;
    const digit = (i & 1) === 0 ? octet & 0x0f : octet >> 4;
    if (digit === 0x0f) return null;
    number += DIGITS.charAt(digit);
  }
  return number;
}
