// cryptolib does on the virtual board what extmod/modcryptolib.c does on one: AES by the vectors of NIST, in place, block
// after block, and one direction only.
import { expect, it } from "vitest";
import { printedBy } from "./with-board.ts";

/** NIST SP 800-38A F.2.5 (CBC-AES256.Encrypt), the first two blocks. */
const VECTOR = `from cryptolib import aes
from binascii import hexlify, unhexlify
key = unhexlify("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4")
iv = bytes(range(16))
plain = unhexlify("6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51")
`;
const FIRST = "f58c4c04d6e5f1ba779eabfb5f7bfbd6";
const SECOND = "9cfc4e967edb808d679f777bc6702c7d";

it("encrypts as NIST has it, in place, and goes on where it ended", async () => {
  const source = `${VECTOR}whole = bytearray(plain)
part = memoryview(whole)
cipher = aes(key, 2, iv)
cipher.encrypt(part[:16], part[:16])
cipher.encrypt(part[16:], part[16:])
print(hexlify(whole))
print(hexlify(aes(key, 2, iv).decrypt(whole)) == hexlify(plain))`;
  expect(await printedBy(source)).toEqual([`b'${FIRST}${SECOND}'`, "True"]);
});

it.each([
  ["cipher.encrypt(plain[:15])", "blksize % 16"],
  ["cipher.encrypt(plain)\ncipher.decrypt(plain)", "can't encrypt & decrypt"],
  ["aes(key[:5], 2, iv)", "key"],
  ["aes(key, 2)", "IV"],
  ["cipher.encrypt(plain, bytearray(16))", "output too small"],
])("refuses %s", async (wrong, reason) => {
  const printed = await printedBy(`${VECTOR}cipher = aes(key, 2, iv)\n${wrong}`);
  expect(printed.at(-1)).toBe(`ValueError: ${reason}`);
});
