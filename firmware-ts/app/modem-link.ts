// Between the wires and the conversation: octets to lines, commands to octets, and the reset of a modem that needs one.
import { LineAssembler } from "../domain/at/line-assembler.ts";
import type { Millis } from "../domain/millis.ts";
import { ESCAPE, type Modem } from "../domain/modem/modem.ts";
import { Recovery, type Remedy } from "../domain/modem/recovery.ts";
import type { Clock } from "../ports/clock.ts";
import type { SerialPort } from "../ports/serial-port.ts";

const RESTART = "AT+CFUN=1,1";
/** As long as a PDU lacks so many octets, a look at it now and then is enough: 8 ms are 15 octets at 19200 baud. */
const FAR_OCTETS = 24;
const FAR_STEP_MS = 8;
/** Beside them the service centre's address is still to come, some 16 digits; two looks are 40 digits apart at most. */
const NEARLY_DIGITS = 44;
/** Of the 170 ms that a PDU takes at 19200 baud: then what takes 50 ms comes to its end before the PDU does. */
const PDU_MS = 110;
/** 105 ms are the least (SIM800L Hardware Design V1.00, table 6). */
const RESET_MS = 200;

export class ModemLink {
  private readonly lines = new LineAssembler();
  private readonly recovery = new Recovery();
  /** The last look at the wire ended with a command: for some 20 ms nothing is to come. */
  hasAsked = false;
  private headerAt: Millis = 0;
  private isBeginTaken = false;
  private isHeld = false;
  private heldAt: Millis = 0;

  constructor(
    private readonly port: SerialPort,
    private readonly modem: Modem,
  ) {}

  /**
   * Waits for a line, so long at most: a look each millisecond costs less than a turn of the loop, and comes sooner to a line
   * that is there.
   */
  wait(clock: Clock, ms: int<0, 100>): void {
    const digits = this.modem.pduDigits();
    let step = 1;
    for (let left = ms; left > 0; left -= step) {
      step = digits - this.lines.pending() > FAR_OCTETS ? FAR_STEP_MS : 1;
      clock.sleep(step);
      if (this.read() > 0 && this.lines.isDue()) return;
    }
  }

  /** Takes in what has arrived and sends what is due; never waits. */
  poll(now: Millis): void {
    let isFull = true;
    while (isFull) {
      isFull = this.read() > 1;
      let isWhole = false;
      for (let line = this.lines.take(); line !== null; line = this.lines.take()) {
        this.modem.accept(line, now);
        isWhole = line !== "";
      }
      if (isWhole && this.modem.isInPdu()) {
        this.headerAt = now;
        this.isBeginTaken = false;
        this.port.lull();
      }
    }
    if (this.lines.takeDamage() > 0) this.modem.damaged(now);
    if (this.lines.takePrompt()) this.port.write(this.modem.prompted(now));
    const command = this.modem.poll(now);
    this.hasAsked = command !== "";
    this.port.setBaud(this.modem.speed.baud);
    if (command !== "") this.port.write(command === ESCAPE ? command : `${command}\r`);
  }

  /** The digits of a PDU that is nearly whole, once for each; "" at all other times. */
  takeBegin(): string {
    if (this.isBeginTaken) return "";
    const digits = this.modem.pduDigits();
    const there = this.lines.pending();
    if (there >= digits || digits - there > NEARLY_DIGITS) return "";
    this.isBeginTaken = true;
    return this.lines.begin();
  }

  /** Nothing is to come for a while. */
  lull(): void {
    this.port.lull();
  }

  /** @returns 0 nothing was there, 1 all of it was taken in, 2 there may be more */
  private read(): int<0, 2> {
    const space = this.lines.space();
    const room = space.length;
    const count = this.port.read(space);
    if (count === 0) return 0;
    this.lines.received(count);
    return count < room ? 1 : 2;
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

  /** Whether it may be left alone for some 50 ms without being kept waiting. */
  isPatient(now: Millis): boolean {
    return !this.isActive() || (this.modem.isInPdu() && now - this.headerAt < PDU_MS);
  }

  /** Whether PDUs are to be expected, or one is on the wire. */
  isReading(): boolean {
    return this.modem.isReading();
  }

  /** Whether an answer is outstanding, however long it takes. */
  isBusy(): boolean {
    return this.modem.isBusy() || this.lines.isPartial();
  }
}
