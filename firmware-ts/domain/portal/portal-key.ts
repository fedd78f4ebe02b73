// The key of the access point, and its name: what a person copies from a small display, or a phone from a QR code.

/** 32 characters, five bits each: without 0, o and O, 1, l and I, and in one case, as a phone's keyboard changes that with effort. */
const ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
/** 60 bits: beyond what can be tried of a handshake of WPA2 that was listened to. */
export const KEY_CHARACTERS = 12;

/** @param chance random octets, one a character: 32 divides 256, so no character is likelier than another */
export function keyFrom(chance: ReadonlyUint8Array): string {
  let key = "";
  for (const octet of chance) key += ALPHABET.charAt(octet & 31);
  return key;
}

/** @param id of the board, in hexadecimal: the last four digits tell boards apart that stand beside each other */
export function portalName(id: string): string {
  return `SMS-Gateway-${id.slice(-4).toUpperCase()}`;
}
