// The wire to the modem.

export interface SerialPort {
  /** Reads what has arrived, as far as it fits, without waiting. @returns how many octets */
  read(into: Uint8Array): number;
  /** Sends ASCII, as it is. */
  write(text: string): void;
  /** Holds the modem in reset, or lets it go. @returns whether there is such a wire */
  holdReset(isHeld: boolean): boolean;
}
