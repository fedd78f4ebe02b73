// Stand-in for MicroPython's cryptolib module.
import { createCipheriv } from "node:crypto";

const NAMES = { 1: "ecb", 2: "cbc" } as const;

export class aes {
  private readonly cipher: ReturnType<typeof createCipheriv>;

  constructor(key: Uint8Array, mode: 1 | 2, iv?: Uint8Array) {
    this.cipher = createCipheriv(`aes-${key.length * 8}-${NAMES[mode]}`, key, iv ?? null).setAutoPadding(false);
  }

  encrypt(from: Uint8Array, into: Uint8Array): void {
    if (from.length % 16 !== 0) throw new Error("blksize % 16");
    into.set(this.cipher.update(from));
  }
}

void ({ aes } satisfies typeof import("cryptolib"));
