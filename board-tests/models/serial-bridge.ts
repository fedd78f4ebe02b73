// Takes the emulated modem's place on the line: bytes pass unchanged to a modem outside, and back.

import type { HardwareEvent } from "./hardware-messages.ts";
import type { SerialDevice, UartLine } from "./uart-line.ts";

export class SerialBridge implements SerialDevice {
  constructor(
    private readonly line: UartLine,
    private readonly tell: (event: HardwareEvent) => void,
  ) {
    line.attach(this);
  }

  receive(byte: number, senderBaud: number): void {
    this.tell({ type: "bridge-out", bytes: Uint8Array.of(byte), baud: senderBaud });
  }

  /** Bytes from the modem outside: they take their time on the line at the rate that the board has set. */
  receiveFromOutside(bytes: Uint8Array): void {
    this.line.sendToBoard(bytes, this.line.baud);
  }
}
