// The board's own light.

/** A pin of MicroPython is one. Setting it takes 1 ms where it hangs on the Wi-Fi chip: not for each turn of the loop. */
export interface Led {
  on(): void;
  off(): void;
}
