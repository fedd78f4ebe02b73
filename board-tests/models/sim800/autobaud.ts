// How the modem finds the rate of the line: fixed by AT+IPR, or from the first "AT" or "at" it hears.
// Source: AT Command Manual V1.12 2.2.22; SIM800 hardware design V1.09, 4.3.1 (1200 to 57600 baud, 8N1 only).

import { resample } from "../serial-framing.ts";

const AUTOBAUD_MIN = 1_200;
const AUTOBAUD_MAX = 57_600;

export class Autobaud {
  private previous = 0;
  private misses = 0;
  /** The rate in use; 0 while it is not known. */
  baud = 0;

  /** Starts anew: at the stored rate, or listening when `ipr` is 0. `misses` AT lines then go by unheard. */
  restart(ipr: number, misses: number): void {
    this.baud = ipr;
    this.previous = 0;
    this.misses = misses;
  }

  /** The bytes that the modem makes of one byte sent at `senderBaud`. */
  hear(byte: number, senderBaud: number): number[] {
    if (this.baud !== 0) return resample(byte, senderBaud, this.baud);
    const text = String.fromCharCode(this.previous, byte);
    this.previous = byte;
    if (text !== "AT" && text !== "at") return [];
    if (senderBaud < AUTOBAUD_MIN || senderBaud > AUTOBAUD_MAX) return [];
    if (this.misses-- > 0) return [];
    this.baud = senderBaud;
    return [...text].map((character) => character.charCodeAt(0));
  }
}
