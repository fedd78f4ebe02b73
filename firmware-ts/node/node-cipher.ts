// Encryption by Node's own functions.
import { createCipheriv, createHash, randomBytes } from "node:crypto";
import type { Cipher } from "../domain/end-to-end/cipher.ts";
import { Seal } from "../domain/end-to-end/seal.ts";
import { unhex } from "./crypto-octets.ts";

/** base64url, with its padding or without. */
const BASE64 = /^[A-Za-z0-9_-]*={0,2}$/;

class NodeCipher implements Cipher {
  sha256(pieces: readonly ReadonlyUint8Array[]): Uint8Array {
    const hash = createHash("sha256");
    for (const piece of pieces) hash.update(Buffer.from(piece));
    return new Uint8Array(hash.digest());
  }

  encrypt(key: ReadonlyUint8Array, iv: ReadonlyUint8Array, octets: Uint8Array): void {
    const cipher = createCipheriv("aes-256-cbc", Buffer.from(key), Buffer.from(iv)).setAutoPadding(false);
    octets.set(cipher.update(octets));
  }

  random(count: number): Uint8Array {
    return new Uint8Array(randomBytes(count));
  }

  toHex(octets: ReadonlyUint8Array): string {
    return Buffer.from(octets).toString("hex");
  }

  fromHex(text: string): Uint8Array | null {
    return unhex(text);
  }

  toBase64(octets: ReadonlyUint8Array): string {
    return Buffer.from(octets).toString("base64url");
  }

  fromBase64(text: string): Uint8Array | null {
    const octets = new Uint8Array(Buffer.from(text, "base64url"));
    return BASE64.test(text) && padded(this.toBase64(octets)) === padded(text) ? octets : null;
  }
}

/** With all of its padding (RFC 4648, 4). */
function padded(base64: string): string {
  return base64.padEnd(Math.ceil(base64.length / 4) * 4, "=");
}

/** @param key 64 hexadecimal digits; "" none: then nothing is sealed */
export function sealFor(key: string, wantsSigned: boolean): Seal | null {
  return key === "" ? null : new Seal(new NodeCipher(), new Uint8Array(Buffer.from(key, "hex")), wantsSigned);
}
