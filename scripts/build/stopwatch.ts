// Measures the parts of a build, one after the other.
import type { Timing } from "./report.ts";

export class Stopwatch {
  readonly timings: Timing[] = [];
  #start = performance.now();
  readonly #begin = this.#start;

  /** Ends the part that began with the last call, or with the stopwatch. */
  lap(part: string): void {
    const now = performance.now();
    this.timings.push({ part, ms: now - this.#start });
    this.#start = now;
  }

  /** Milliseconds since the stopwatch was made. */
  get total(): number {
    return performance.now() - this.#begin;
  }
}
