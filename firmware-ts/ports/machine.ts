// The machine that all of this runs on.
import type { Millis } from "../domain/millis.ts";

export interface Machine {
  /** Octets of the heap that are free after a collection; -1 where that is of no use. */
  freeHeap(): number;
  /** In the network, in four numbers with dots; "" where that is of no concern. */
  address(): string;
  /** The settings that hold, as JSON; of a secret only whether it is set. */
  settings(): string;
  /**
   * Starts everything anew, at once or soon; under Node the gateway ends.
   * @param job that is stuck, of app/supervisor.ts; 0: it is wished, and the rest is of no concern
   */
  restart(job: int<0, 6>, build: string, now: Millis): void;
  /** Starts the board anew, at once, as another mode than it is in; under Node there is none. */
  enter(mode: "setup" | "gateway"): void;
  /**
   * Writes that the start went well, or that another hour did: a write holds interrupts off.
   * @returns after how many milliseconds it is to be said again
   */
  keep(now: Millis): int<1, 1000000000>;
}
