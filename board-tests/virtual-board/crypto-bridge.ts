// cryptolib's AES, by Node's: the VM's own build has none.
import { createCipheriv, createDecipheriv } from "node:crypto";
import type { BridgeFunctions, VmMemory } from "./bridge.ts";
import type { SimClock } from "./clock.ts";

const ENCRYPT = 1;
const BLOCK_BYTES = 16;
/** Of AES-256 in software on the RP2040, some 300 cycles an octet: nobody states it, so this is a guess on the safe side. */
const BLOCK_MS = 0.04;

export function cryptoFunctions(clock: SimClock, memory: VmMemory): BridgeFunctions {
  return {
    /** In CBC mode the IV, which is -1 for ECB, becomes that of what follows. */
    aes_crypt: (use: number, key: number, keyBytes: number, iv: number, from: number, bytes: number, into: number) => {
      const input = Buffer.from(memory.copy(from, bytes));
      const name = `aes-${keyBytes * 8}-${iv < 0 ? "ecb" : "cbc"}`;
      const chain = iv < 0 ? null : memory.copy(iv, BLOCK_BYTES);
      const make = use === ENCRYPT ? createCipheriv : createDecipheriv;
      const output = make(name, memory.copy(key, keyBytes), chain).setAutoPadding(false).update(input);
      memory.view(into, bytes).set(output);
      const last = (use === ENCRYPT ? output : input).subarray(-BLOCK_BYTES);
      if (iv >= 0 && bytes > 0) memory.view(iv, BLOCK_BYTES).set(last);
      clock.spend((bytes / BLOCK_BYTES) * BLOCK_MS);
      return null;
    },
  };
}
