// Stand-in for MicroPython's binascii module.
import { crc32 as checksum } from "node:zlib";

export function hexlify(data: Uint8Array): Uint8Array {
  return new TextEncoder().encode(Buffer.from(data).toString("hex"));
}

export function crc32(data: Uint8Array, before = 0): number {
  return checksum(Buffer.from(data), before);
}

export function b2a_base64(data: Uint8Array): Uint8Array {
  return new TextEncoder().encode(`${Buffer.from(data).toString("base64")}\n`);
}

void ({ hexlify, crc32, b2a_base64 } satisfies typeof import("binascii"));
