// Random numbers that a seed reproduces, for the models' faults.

/** A generator of numbers in [0, 1), the same sequence for the same 32-bit `seed` (xorshift32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0 || 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}
