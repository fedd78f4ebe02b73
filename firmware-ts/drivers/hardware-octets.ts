// Digests and hexadecimal digits by MicroPython's C functions.
import { hexlify } from "binascii";
import { sha256 } from "hashlib";
import type { Octets } from "../ports/octets.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class HardwareOctets implements Octets {
  private readonly lengthOctet = new Uint8Array(1);

  fingerprint(octets: ReadonlyUint8Array): string {
    return this.fingerprintOf([octets]);
  }

  fingerprintOf(parts: readonly ReadonlyUint8Array[]): string {
    const digest = new sha256();
    for (const octets of parts) {
      this.lengthOctet[0] = octets.length & 0xff;
      digest.update(this.lengthOctet);
      digest.update(octets);
    }
    return this.toHex(digest.digest());
  }

  toHex(octets: ReadonlyUint8Array): string {
    return decoder.decode(hexlify(octets));
  }
}
