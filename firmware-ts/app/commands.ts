// The way into a running gateway, whose Ctrl-C is off: a line of JSON comes in by the console, a line goes out. Nothing
// that it says holds a text, a code or a secret.
import type { Console } from "../ports/console.ts";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
/** Printable, but for the space: what a command is made of. */
const PRINTABLE_END = 127;
/** The longest command has 21. */
const LINE_OCTETS_MAX = 40;
/** At most so many in a turn: whoever sends without end holds nothing up. */
const OCTETS_A_TURN = 64;

/** The answers, each a line of JSON. */
export interface Answers {
  /** What runs, and how it goes. */
  diagnose(): string;
  /** The settings without what is secret. */
  settings(): string;
  /** What happened last. */
  log(): string;
}

export class Commands {
  private line = "";
  private isTooLong = false;

  constructor(
    private readonly port: Console,
    private readonly answers: Answers,
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
    else this.obey(line);
  }

  private obey(line: string): void {
    switch (line) {
      case '{"cmd":"maintenance"}':
        this.port.say('{"ok":"maintenance"}');
        this.port.enterMaintenance();
        break;
      case '{"cmd":"diagnose"}':
        this.port.say(this.answers.diagnose());
        break;
      case '{"cmd":"settings"}':
        this.port.say(this.answers.settings());
        break;
      case '{"cmd":"log"}':
        this.port.say(this.answers.log());
        break;
      default:
        this.port.say('{"error":"unknown command","commands":["maintenance","diagnose","settings","log"]}');
    }
  }
}
