// Restarts the board unless it is fed.

export interface Watchdog {
  feed(): void;
}
