// Stand-in for runtime-py/hex_guard.py.
export function unhex(text: string): Uint8Array | null {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) return null;
  return Uint8Array.from(Buffer.from(text, "hex"));
}

void ({ unhex } satisfies typeof import("hex_guard"));
