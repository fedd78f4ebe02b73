// The way into a running gateway, whose Ctrl-C is off: a line of JSON comes in by the console, a line goes out:
// console-answers.late.ts.
import { MAINTENANCE } from "../domain/api.ts";
import { type Answers, answerTo } from "../domain/console-answers.late.ts";
import type { Console } from "../ports/console.ts";
import type { LateCode } from "../ports/late-code.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
/** Printable, but for the space: what a command is made of. */
const PRINTABLE_END = 127;
/** The longest command has 21. */
const LINE_OCTETS_MAX = 40;
/** At most so many in a turn: whoever sends without end holds nothing up. */
const OCTETS_A_TURN = 64;

export class Commands {
  private line = "";
  private isTooLong = false;

  constructor(
    private readonly port: Console,
    private readonly answers: Answers,
    private readonly code: LateCode,
  ) {}

  /** Takes what has come in. */
  poll(): void {
    for (let n = 0; n < OCTETS_A_TURN; n++) {
      const octet = this.port.octet();
      if (octet < 0) return;
      if (octet === LINE_FEED || octet === CARRIAGE_RETURN) this.take();
      else if (octet > SPACE && octet < PRINTABLE_END) this.add(octet);
    }
  }

  private add(octet: int<33, 126>): void {
    if (this.line.length >= LINE_OCTETS_MAX) this.isTooLong = true;
    else this.line += String.fromCharCode(octet);
  }

  private take(): void {
    const line = this.line;
    const isTooLong = this.isTooLong;
    this.line = "";
    this.isTooLong = false;
    if (line === "") return;
    if (isTooLong) this.port.say('{"error":"too long"}');
    else this.port.say(answerTo(line, this.answers));
    this.code.forget();
    if (line === MAINTENANCE) this.port.enterMaintenance();
  }
}
