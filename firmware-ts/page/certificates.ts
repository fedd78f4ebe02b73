// Certificates and keys as people have them, PEM (RFC 7468) or DER, to DER, which is what the board takes. What the board cannot use is
// told at once: it signs with EC P-256 alone (firmware-ts/domain/settings/client-key.ts says why), and nobody gives it a passphrase.

/** What is wrong, by the name of its sentence in texts.ts. */
export type FileProblem = "no_certificate" | "no_key" | "rsa_key" | "other_key" | "locked_key";

/** DER, or what is wrong. */
export type FileContent = Uint8Array | FileProblem;

/** What is longer holds no certificate that the portal takes. */
const OCTETS_MAX = 32768;
const BLOCK = /-----BEGIN ([^-]*)-----([^-]*)/g;
/** In hexadecimal, the object identifier prime256v1 (RFC 5480 2.1.1.1). */
const P256 = "06082a8648ce3d030107";
/** A SEQUENCE in a SEQUENCE, then [0] or a number: a certificate (RFC 5280 4.1). */
const CERTIFICATE = /^30(8[12])?.{2,4}30(8[12])?.{2,4}(a0|02)/;
/** A SEQUENCE with a version of 0 or 1: a key in PKCS#8 (RFC 5958 2), SEC 1 (RFC 5915 3), PKCS#1 (RFC 8017 A.1.2). */
const KEY = /^30(8[12])?.{2,4}02010[01]/;
/** Of the largest EC key (P-521, with its public half) are 241; the smallest RSA key that anybody takes (1,024 bits) has 600. */
const EC_OCTETS_MAX = 300;

/** @param octets of a file, or of what was pasted; of several certificates the first is taken */
export function derIn(octets: Uint8Array, isKey: boolean): FileContent {
  const text = String.fromCharCode(...octets.subarray(0, OCTETS_MAX));
  const blocks = text.includes("-----BEGIN") ? Array.from(text.matchAll(BLOCK), derOf) : [octets];
  const der = blocks.find((each) => (isKey ? KEY : CERTIFICATE).test(hex(each)));
  if (!isKey) return der ?? "no_certificate";
  // The word is PEM's (RFC 7468 11, RFC 1421 4.6).
  if (text.includes("ENCRYPTED")) return "locked_key";
  if (!der || hex(der).includes(P256)) return der ?? "no_key";
  return der.length > EC_OCTETS_MAX ? "rsa_key" : "other_key";
}

function derOf([, , body]: RegExpMatchArray): Uint8Array {
  try {
    return Uint8Array.from(atob(body), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

export function hex(octets: Uint8Array): string {
  return Array.from(octets, (octet) => octet.toString(16).padStart(2, "0")).join("");
}
