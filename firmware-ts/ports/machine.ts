// The machine that all of this runs on.

export interface Machine {
  /** Octets of the heap that are free after a collection; -1 where that is of no use. */
  freeHeap(): number;
  /** In the network, in four numbers with dots; "" where that is of no concern. */
  address(): string;
  /** The settings that hold, as JSON; of a secret only whether it is set. */
  settings(): string;
  /** Starts everything anew, at once or soon; under Node the gateway ends. */
  restart(): void;
}
