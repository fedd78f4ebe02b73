// Between the wires and the conversation: octets to lines, commands to octets, and the reset of a modem that needs one.
import { LineAssembler } from "../domain/at/line-assembler.ts";
import type { Millis } from "../domain/millis.ts";
import { ESCAPE, type Modem } from "../domain/modem/modem.ts";
import { Recovery, type Remedy } from "../domain/modem/recovery.ts";
import type { SerialPort } from "../ports/serial-port.ts";

const RESTART = "AT+CFUN=1,1";
/** 105 ms are the least (SIM800L Hardware Design V1.00, table 6). */
const RESET_MS = 200;

export class ModemLink {
  private readonly lines = new LineAssembler();
  private readonly recovery = new Recovery();
  private isHeld = false;
  private heldAt: Millis = 0;

  constructor(
    private readonly port: SerialPort,
    private readonly modem: Modem,
  ) {}

  /**
   * Takes in what has arrived and sends what is due; never waits. Only after a line it looks for more, such as the OK behind a
   * PDU: to stay and take each octet by itself would fill the heap with garbage.
   */
  poll(now: Millis): void {
    while (true) {
      const space = this.lines.space();
      const room = space.length;
      const count = this.port.read(space);
      if (count === 0) break;
      this.lines.received(count);
      let isWhole = false;
      for (let line = this.lines.take(); line !== null; line = this.lines.take()) {
        this.modem.accept(line, now);
        isWhole = line !== "";
      }
      if (count < room && !isWhole) break;
    }
    if (this.lines.takeDamage() > 0) this.modem.damaged(now);
    if (this.lines.takePrompt()) this.port.write(this.modem.prompted(now));
    const command = this.modem.poll(now);
    this.port.setBaud(this.modem.speed.baud);
    if (command !== "") this.port.write(command === ESCAPE ? command : `${command}\r`);
  }

  /** Does to a modem that does not work what may help. @returns what was begun */
  recover(now: Millis): Remedy {
    if (this.isHeld) {
      if (now - this.heldAt >= RESET_MS) this.release(now);
      return "none";
    }
    const remedy = this.recovery.look(this.modem.health, now);
    if (remedy === "power") this.modem.needsPower();
    if (remedy === "restart") this.restart(now);
    return remedy === "reset" ? this.reset(now) : remedy;
  }

  /** Starts the modem anew: by its pin, or by a command where there is no such wire. @returns what was begun */
  reset(now: Millis): Remedy {
    if (this.isHeld) return "none";
    if (!this.port.holdReset(true)) {
      this.restart(now);
      return "restart";
    }
    this.isHeld = true;
    this.heldAt = now;
    return "reset";
  }

  private restart(now: Millis): void {
    this.port.write(`${RESTART}\r`);
    this.modem.restarted(now);
  }

  private release(now: Millis): void {
    this.port.holdReset(false);
    this.isHeld = false;
    this.modem.restarted(now);
  }

  /** Whether octets are to be expected at once. */
  isActive(): boolean {
    return this.modem.isAnswering() || this.lines.isPartial();
  }

  /** Whether an answer is outstanding, however long it takes. */
  isBusy(): boolean {
    return this.modem.isBusy() || this.lines.isPartial();
  }
}
