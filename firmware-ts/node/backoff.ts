// How long to wait before the modem's device is tried again: 1, 2, 4 … 30 s, each with a random part.

const FIRST_MS = 1000;
const LAST_MS = 30000;

export class Backoff {
  private baseMs = FIRST_MS;

  /** @param random an octet of chance @returns milliseconds: three quarters to all of 1, 2, 4 … 30 s */
  next(random: u8): number {
    const base = this.baseMs;
    this.baseMs = Math.min(base * 2, LAST_MS);
    return base - (((base >> 2) * random) >> 8);
  }

  /** As after a success. */
  reset(): void {
    this.baseMs = FIRST_MS;
  }
}
