// Whether the board can sign with the private key in a DER file. It signs with it in each handshake: with EC P-256 in 0.1 s, with RSA of
// 2,048 bits in 6 s without a pause, which is the watchdog's end.

/** The object identifier 1.2.840.10045.3.1.7 (RFC 5480 2.1.1.1): prime256v1, in SEC 1 (RFC 5915) and PKCS#8. */
const P256: readonly number[] = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
/** 1.2.840.113549.1.1.1: rsaEncryption, in PKCS#8 (RFC 5958). */
const RSA: readonly number[] = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
/** A sequence of two octets' length, version 0, then a number of two octets' length: PKCS#1 (RFC 8017 A.1.2). */
const PKCS1_AT = 4;
const PKCS1: readonly number[] = [0x02, 0x01, 0x00, 0x02, 0x82];
/** Whatever tells the kind stands before this. */
const HEAD_OCTETS = 160;

/** @param der of a private key @returns a sentence, ASCII; "" for one that the board can sign with */
export function keyProblem(der: ReadonlyUint8Array): string {
  const head = der.subarray(0, HEAD_OCTETS);
  if (holds(head, P256)) return "";
  if (holds(head, RSA) || standsAt(head, PKCS1, PKCS1_AT))
    return "The client's key is RSA: to sign with it takes the board 6 s, and it would restart. Make a key of EC P-256.";
  return "The client's key must be of EC P-256 (prime256v1).";
}

function holds(octets: ReadonlyUint8Array, wanted: readonly number[]): boolean {
  for (let at = 0; at + wanted.length <= octets.length; at++) if (standsAt(octets, wanted, at)) return true;
  return false;
}

function standsAt(octets: ReadonlyUint8Array, wanted: readonly number[], at: number): boolean {
  for (let i = 0; i < wanted.length; i++) if (octets[at + i] !== wanted[i]) return false;
  return true;
}
