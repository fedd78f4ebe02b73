// The serial port by which a person, or a program of theirs, reaches the board itself.
export interface Console {
  /** The next octet that has come in; -1 when there is none. Never waits. */
  octet(): int<-1, 255>;
  say(line: string): void;
  /** Restarts the board to its prompt. */
  enterMaintenance(): void;
}
