// Has the modem delete all messages on the SIM, as part of a factory reset: no conversation, as nothing that comes now is wanted.
import type { Millis } from "../domain/millis.ts";
import type { Clock } from "../ports/clock.ts";
import type { SerialPort } from "../ports/serial-port.ts";

/** All of them, whatever their state (3GPP TS 27.005 §3.5.4); in PDU mode, as ever. */
const DELETE_ALL = "AT+CMGF=0;+CMGD=1,4\r";
/** The modem answers this at once; 20 s at most for the deletion (SIM800 Series AT Command Manual V1.12, 4.2.1: 5 s for one, 25 s). */
const ANSWER_MS = 700;
const DELETION_MS = 25000;
/** A modem that was started with the board, and its SIM, are ready within so long. */
const TRIES_MS = 60000;
const RETRY_MS = 1500;
const HEARD_MAX = 64;

export class MessageEraser {
  /** Nobody has said that they are deleted. */
  isLeft = true;
  private readonly octets = new Uint8Array(32);
  private heard = "";
  /** What was asked, when, and for how long there may be an answer. */
  private asked = "";
  private askedAt: Millis = 0;
  private waitMs = 0;
  private isFast = false;

  constructor(
    private readonly port: SerialPort,
    private readonly clock: Clock,
    private readonly since: Millis,
  ) {}

  /** @returns whether it is over, well or not */
  step(): boolean {
    const { clock, octets, port } = this;
    const now = clock.now();
    const count = port.read(octets);
    if (count > 0) this.heard = (this.heard + new TextDecoder().decode(octets.subarray(0, count))).slice(-HEARD_MAX);
    const isWell = this.heard.includes("\r\nOK\r\n");
    if (isWell && this.asked === DELETE_ALL) this.isLeft = false;
    if (!this.isLeft || now - this.since > TRIES_MS) return true;
    if (isWell) this.ask(DELETE_ALL, DELETION_MS, now);
    else if (this.heard.includes("ERROR")) this.ask("", RETRY_MS, now);
    else if (now - this.askedAt >= this.waitMs) {
      // At one of the two rates it is heard.
      if (this.asked !== "") this.isFast = !this.isFast;
      port.setBaud(this.isFast ? 115200 : 19200);
      this.ask("AT\r", ANSWER_MS, now);
    }
    return false;
  }

  private ask(command: string, waitMs: int<0, 60000>, now: Millis): void {
    this.heard = "";
    this.asked = command;
    this.askedAt = now;
    this.waitMs = waitMs;
    if (command !== "") this.port.write(command);
  }
}

export function eraseMessages(port: SerialPort, clock: Clock): MessageEraser {
  return new MessageEraser(port, clock, clock.now());
}
