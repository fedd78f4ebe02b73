// The wire to the modem.
import type { Baud } from "../domain/modem/line-speed.ts";

export interface SerialPort {
  /** Reads what has arrived, as far as it fits, without waiting. @returns how many octets */
  read(into: Uint8Array): number;
  /** The bit rate from now on. */
  setBaud(baud: Baud): void;
  /** Sends ASCII, as it is. */
  write(text: string): void;
  /** The next line takes a while to come: time to do what would hold something up later. */
  lull(): void;
  /** Holds the modem in reset, or lets it go. @returns whether there is such a wire */
  holdReset(isHeld: boolean): boolean;
}
