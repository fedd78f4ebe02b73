// Stand-in for MicroPython's binascii module.
export function hexlify(data: Uint8Array): Uint8Array {
  return new TextEncoder().encode(Buffer.from(data).toString("hex"));
}

void ({ hexlify } satisfies typeof import("binascii"));
