// The air between a board and those who have joined it: one frame at a time, each some ms on its way, in order.
import type { Clock } from "../../virtual-board/clock.ts";

/**
 * What lwIP gets through a Pico W at best, both ways together: some 700 KB/s (comment on MEM_SIZE 8000 in MicroPython's
 * extmod/lwip-include/lwipopts_common.h).
 */
const BYTES_PER_MS = 700;
/** Headers of TCP, IP and 802.11, and the gap before a frame, as bytes. */
const OVERHEAD_BYTES = 90;

export class Air {
  private freeAtMs = 0;

  /** @param latencyMs one way, beside the frame's own length */
  constructor(
    private readonly clock: Clock,
    private readonly latencyMs: number,
  ) {}

  /** Runs `deliver` when a frame of `bytes` that is sent now arrives. */
  carry(bytes: number, deliver: () => void): void {
    this.freeAtMs = Math.max(this.freeAtMs, this.clock.now()) + (bytes + OVERHEAD_BYTES) / BYTES_PER_MS;
    this.clock.at(this.freeAtMs + this.latencyMs, deliver);
  }
}
