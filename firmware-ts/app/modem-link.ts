// Between the wire and the conversation: octets to lines, commands to octets.
import { LineAssembler } from "../domain/at/line-assembler.ts";
import type { Millis } from "../domain/millis.ts";
import type { Modem } from "../domain/modem/modem.ts";
import type { SerialPort } from "../ports/serial-port.ts";

export class ModemLink {
  private readonly lines = new LineAssembler();

  constructor(
    private readonly port: SerialPort,
    private readonly modem: Modem,
  ) {}

  /** Takes in all that has arrived and sends what is due; never waits. */
  poll(now: Millis): void {
    let count = this.port.read(this.lines.space());
    while (count > 0) {
      this.lines.received(count);
      for (let line = this.lines.take(); line !== null; line = this.lines.take()) this.modem.accept(line, now);
      count = this.port.read(this.lines.space());
    }
    if (this.lines.takeDamage() > 0) this.modem.distrust();
    const command = this.modem.poll(now);
    if (command !== "") this.port.writeLine(command);
  }

  /** Whether octets are to be expected at once. */
  isActive(): boolean {
    return this.modem.isBusy() || this.lines.isPartial();
  }
}
