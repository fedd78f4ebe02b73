// MicroPython's cryptolib module.
declare module "cryptolib" {
  export class aes {
    /** @param key 16 or 32 octets @param mode 1 ECB, 2 CBC @param iv 16 octets, for CBC */
    constructor(key: ReadonlyUint8Array, mode: 1 | 2, iv?: ReadonlyUint8Array);
    /** Whole blocks of 16 octets; `into` may be `from`. Goes on where the last call ended. */
    encrypt(from: ReadonlyUint8Array, into: Uint8Array): void;
  }
}
