// Stand-in for MicroPython's os module: a chance that is the same in every run.
export function urandom(count: number): Uint8Array {
  return new Uint8Array(count).fill(0x80);
}

void ({ urandom } satisfies Pick<typeof import("os"), "urandom">);
