// Whether a private key is that of a certificate, as far as the two say so themselves: most keys hold their public half, too.

/** How a point of P-256 begins in both, in a BIT STRING, not compressed (RFC 5915 3, RFC 5480 2.2). */
const POINT: readonly number[] = [0x03, 0x42, 0x00, 0x04];
/** All of it. */
const POINT_OCTETS = 68;

/** False, too, where the key does not hold its public half. @param key DER, as the certificate */
export function isOtherPair(key: ReadonlyUint8Array, certificate: ReadonlyUint8Array): boolean {
  for (let at = 0; at + POINT_OCTETS <= key.length; at++) {
    if (beginsPoint(key, at)) return !holds(certificate, key.subarray(at, at + POINT_OCTETS));
  }
  return false;
}

function beginsPoint(octets: ReadonlyUint8Array, at: number): boolean {
  for (let i = 0; i < POINT.length; i++) if (octets[at + i] !== POINT[i]) return false;
  return true;
}

function holds(octets: ReadonlyUint8Array, point: ReadonlyUint8Array): boolean {
  for (let at = 0; at + POINT_OCTETS <= octets.length; at++) {
    let same = 0;
    while (same < POINT_OCTETS && octets[at + same] === point[same]) same++;
    if (same === POINT_OCTETS) return true;
  }
  return false;
}
