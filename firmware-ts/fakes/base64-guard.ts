// Stand-in for runtime-py/base64_guard.py.
export function unbase64(text: string): Uint8Array | null {
  const octets = Buffer.from(text, "base64");
  return octets.toString("base64") === text ? new Uint8Array(octets) : null;
}

void ({ unbase64 } satisfies typeof import("base64_guard"));
