// Encryption by MicroPython's C functions. Loaded at the start where the settings hold a key, and kept then.
import { unbase64 } from "base64_guard";
import { b2a_base64, hexlify } from "binascii";
import { aes } from "cryptolib";
import { sha256 } from "hashlib";
import { unhex } from "hex_guard";
import { urandom } from "os";
import type { Cipher } from "../domain/end-to-end/cipher.ts";
import { Seal } from "../domain/end-to-end/seal.ts";

const CBC = 2;

class HardwareCipher implements Cipher {
  private readonly decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

  sha256(pieces: readonly ReadonlyUint8Array[]): ReadonlyUint8Array {
    const digest = new sha256();
    for (const piece of pieces) digest.update(piece);
    return digest.digest();
  }

  encrypt(key: ReadonlyUint8Array, iv: ReadonlyUint8Array, octets: Uint8Array): void {
    new aes(key, CBC, iv).encrypt(octets, octets);
  }

  random(count: int<1, 64>): ReadonlyUint8Array {
    return urandom(count);
  }

  toHex(octets: ReadonlyUint8Array): string {
    return this.decoder.decode(hexlify(octets));
  }

  fromHex(text: string): ReadonlyUint8Array | null {
    return unhex(text);
  }

  toBase64(octets: ReadonlyUint8Array): string {
    const text = this.decoder.decode(b2a_base64(octets));
    return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "").trimEnd();
  }

  fromBase64(text: string): ReadonlyUint8Array | null {
    if (text.includes("+") || text.includes("/")) return null;
    // Not by padEnd, which only late code uses: this stays, and so would all helpers of late code.
    let padded = text.replaceAll("-", "+").replaceAll("_", "/");
    while (padded.length % 4 !== 0) padded += "=";
    return unbase64(padded);
  }
}

/** @param key 64 hexadecimal digits @param wantsSigned whether commands must be signed */
export function sealWith(key: string, wantsSigned: boolean): Seal {
  return new Seal(new HardwareCipher(), unhex(key) ?? new Uint8Array(0), wantsSigned);
}
