// Digests and hexadecimal digits by Node's own functions.
import { createHash } from "node:crypto";
import type { Octets } from "../ports/octets.ts";

const HEX = /^(?:[0-9a-fA-F]{2})*$/;

export class CryptoOctets implements Octets {
  fingerprint(octets: ReadonlyUint8Array): string {
    return this.fingerprintOf([octets]);
  }

  fingerprintOf(parts: readonly ReadonlyUint8Array[]): string {
    const hash = createHash("sha256");
    for (const octets of parts) hash.update(Uint8Array.of(octets.length & 0xff)).update(Buffer.from(octets));
    return hash.digest("hex");
  }

  toHex(octets: ReadonlyUint8Array): string {
    return Buffer.from(octets).toString("hex");
  }
}

/** The octets that the digits stand for; null for what is no pairs of hexadecimal digits. */
export function unhex(text: string): Uint8Array | null {
  return HEX.test(text) ? new Uint8Array(Buffer.from(text, "hex")) : null;
}
