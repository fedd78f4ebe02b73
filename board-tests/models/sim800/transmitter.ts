// What the modem sends, in order: answers in units (a line, or an entry of a listing), unsolicited lines, echo.
// An unsolicited line waits for the end of the unit on the wire, or of the whole answer, never cutting into a line.

import type { Clock, Scheduled } from "../../virtual-board/clock.ts";
import type { UartLine } from "../uart-line.ts";
import type { UrcPlacement } from "./settings.ts";

interface Interruption {
  afterUnits: number;
  text: string;
}

/** Called with the ms at which the last bit leaves. */
type Sent = (atMs: number) => void;

interface Unit {
  bytes: Uint8Array;
  sent?: Sent;
}

export class Transmitter {
  private answer: string[] = [];
  private unsolicited: Unit[] = [];
  private echo: number[] = [];
  private unitsSent = 0;
  private interruption: Interruption | undefined;
  private wakeUp: Scheduled | undefined;
  private whenSent: (() => void)[] = [];

  /** The rate to send at, in baud; 0 while it is not known: then nothing is sent. */
  baud = 0;

  constructor(
    private readonly clock: Clock,
    private readonly line: UartLine,
    private readonly placement: UrcPlacement,
  ) {}

  /** Sends an answer, cut into units between which something else may come. */
  sendAnswer(units: readonly string[], interruption?: Interruption): void {
    const cut = this.placement === "between-lines" ? units.flatMap(splitLines) : units;
    if (this.answer.length === 0) this.unitsSent = 0;
    this.answer.push(...cut);
    if (interruption) this.interruption = interruption;
    this.pump();
  }

  /** Sends unsolicited `text`, or bytes as they are; `sent` hears when the last bit leaves. */
  sendUnsolicited(text: string | Uint8Array, sent?: Sent): void {
    this.unsolicited.push({ bytes: typeof text === "string" ? toOctets(text) : text, sent });
    this.pump();
  }

  sendEcho(byte: number): void {
    this.echo.push(byte);
    this.pump();
  }

  /** Calls `done` once everything handed over so far has left the wire. */
  afterSending(done: () => void): void {
    this.whenSent.push(done);
    this.pump();
  }

  /** Forgets everything that is not yet on the wire. */
  clear(): void {
    this.answer = [];
    this.unsolicited = [];
    this.echo = [];
    this.whenSent = [];
    this.interruption = undefined;
    if (this.wakeUp) this.clock.cancel(this.wakeUp);
    this.wakeUp = undefined;
  }

  private pump(): void {
    if (this.wakeUp) return;
    const freeAtMs = this.line.deviceFreeAt();
    if (freeAtMs > this.clock.now()) return this.pumpAt(freeAtMs);
    const unit = this.next();
    if (!unit) return this.tellSent();
    if (this.baud === 0) return this.pump(); // the rate is not known: the unit is lost
    const doneMs = this.line.sendToBoard(unit.bytes, this.baud);
    unit.sent?.(doneMs);
    this.pumpAt(doneMs);
  }

  private pumpAt(atMs: number): void {
    this.wakeUp = this.clock.at(atMs, () => {
      this.wakeUp = undefined;
      this.pump();
    });
  }

  private tellSent(): void {
    const waiting = this.whenSent;
    this.whenSent = [];
    for (const done of waiting) done();
  }

  private next(): Unit | undefined {
    if (this.echo.length > 0) return { bytes: Uint8Array.from(this.echo.splice(0)) };
    this.interruptIfDue();
    const inAnswer = this.answer.length > 0 && this.unitsSent > 0;
    if (this.unsolicited.length > 0 && !(inAnswer && this.placement === "after-answer"))
      return this.unsolicited.shift();
    const unit = this.answer.shift();
    if (unit === undefined) return this.unsolicited.shift();
    this.unitsSent++;
    return { bytes: toOctets(unit) };
  }

  private interruptIfDue(): void {
    if (!this.interruption || this.unitsSent < this.interruption.afterUnits) return;
    this.unsolicited.unshift({ bytes: toOctets(this.interruption.text) });
    this.interruption = undefined;
  }
}

/** Cuts after each line end. */
function splitLines(text: string): string[] {
  return text.match(/\r\n[^\r\n]*\r\n|[^\n]*\n|[^\n]+$/g) ?? [];
}

/** One octet a character: what the modem says is no UTF-8. */
function toOctets(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
