// The serial port of the SIM800, 8N1.
import { Pin, UART } from "machine";
import type { SerialPort } from "../ports/serial-port.ts";

const BAUD = 19200;
/** Two seconds of octets at 19200 baud: more than anything holds the loop up. */
const RECEIVE_OCTETS = 4096;

export class Sim800Port implements SerialPort {
  private readonly uart: UART;
  private readonly encoder = new TextEncoder();

  /**
   * @param id the UART's number
   * @param tx GPIO number of the board's output
   * @param rx of its input
   */
  constructor(id: int<0, 2>, tx: int<0, 47>, rx: int<0, 47>) {
    this.uart = new UART(id, { baudrate: BAUD, tx: new Pin(tx), rx: new Pin(rx), rxbuf: RECEIVE_OCTETS });
  }

  /** Asks for no more than is there: readinto would wait for the rest while the modem goes on sending. */
  read(into: Uint8Array): number {
    const count = Math.min(this.uart.any(), into.length);
    return count === 0 ? 0 : (this.uart.readinto(into, count) ?? 0);
  }

  writeLine(line: string): void {
    this.uart.write(this.encoder.encode(`${line}\r`));
  }
}
