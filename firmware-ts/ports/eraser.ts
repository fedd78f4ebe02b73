// Takes from the board all that it was told and all that it has learnt: a factory reset.

export interface Eraser {
  /**
   * One step, half a second at most. It goes on where a power cut has ended it, as often as that happens.
   * @returns how much is done, in percent; 100: the next start is a first one
   */
  step(): int<0, 100>;
  /** The SIM's messages were to be deleted, and the modem has not said that they are. */
  isSimLeft(): boolean;
}
