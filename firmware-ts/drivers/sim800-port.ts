// The serial port of the SIM800, 8N1.
import { collect } from "gc";
import { Pin, UART } from "machine";
import type { Baud } from "../domain/modem/line-speed.ts";
import type { SerialPort } from "../ports/serial-port.ts";

/** Two seconds of octets at 19200 baud: more than anything holds the loop up. */
const RECEIVE_OCTETS = 4096;

export class Sim800Port implements SerialPort {
  private readonly uart: UART;
  private readonly resetPin: Pin;
  private baud: Baud = 19200;
  private readonly encoder = new TextEncoder();

  /**
   * @param id the UART's number
   * @param tx GPIO number of the board's output
   * @param rx of its input
   * @param reset of the modem's reset
   */
  constructor(id: int<0, 2>, tx: int<0, 47>, rx: int<0, 47>, reset: int<0, 47>) {
    this.resetPin = new Pin(reset, Pin.OPEN_DRAIN);
    this.resetPin.on();
    this.uart = new UART(id, { baudrate: this.baud, tx: new Pin(tx), rx: new Pin(rx), rxbuf: RECEIVE_OCTETS });
  }

  /** Asks for no more than is there: readinto would wait for the rest while the modem goes on sending. */
  read(into: Uint8Array): number {
    const count = Math.min(this.uart.any(), into.length);
    return count === 0 ? 0 : (this.uart.readinto(into, count) ?? 0);
  }

  /** What has arrived at the rate before is still read. */
  setBaud(baud: Baud): void {
    if (baud === this.baud) return;
    this.baud = baud;
    this.uart.init({ baudrate: baud });
  }

  /** Low, or nothing at all: the modem pulls the wire up itself, to less than the board's 3.3 V. */
  holdReset(isHeld: boolean): boolean {
    if (isHeld) this.resetPin.off();
    else this.resetPin.on();
    return true;
  }

  write(text: string): void {
    this.uart.write(this.encoder.encode(text));
  }

  /** A collection takes 20 ms, a PDU 170 ms to come: later it would hold up what is done with it. */
  lull(): void {
    collect();
  }
}
