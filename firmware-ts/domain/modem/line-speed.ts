// At which bit rate the modem is spoken to: the wanted one, once it is found and has agreed; else the one at which it is
// heard. A SIM800 finds out our rate up to 57,600 (SIM800 AT Command Manual V1.12, 2.2.22); others have one of their own.

export type Baud = 19200 | 115200;

/** Attempts at one rate before the other one is tried: a modem that starts at the usual rate is not disturbed soon. */
const ATTEMPTS_USUAL = 40;
const ATTEMPTS = 8;
/** A modem that agrees and is not heard any more is asked no more. */
const ASKS_MAX = 3;
/** So many damaged lines at the higher rate, and it is given up until the next start. */
const DAMAGED_MAX = 3;

export class LineSpeed {
  /** What holds now. */
  baud: Baud;
  private attempts = 0;
  private damaged = 0;
  /** How often the modem was asked, and whether since it was found. */
  private asks = 0;
  private isAsked = false;

  /** @param isFixed the line has a rate that nobody changes */
  constructor(
    private wanted: Baud,
    private readonly isFixed: boolean,
  ) {
    this.baud = wanted;
  }

  /** Another attempt to be heard is made: after some in vain at the other rate. */
  attempted(): void {
    if (this.isFixed) return;
    this.attempts += 1;
    const isUsual = this.wanted === 19200 && this.baud === 19200;
    if (this.attempts <= (isUsual ? ATTEMPTS_USUAL : ATTEMPTS)) return;
    this.attempts = 1;
    this.baud = this.other();
  }

  heard(): void {
    this.attempts = 0;
    this.isAsked = false;
  }

  /** The rate that the modem is to be asked for; 0 for none. What does not agree stays as it is. */
  toAsk(): number {
    return this.baud === this.wanted || this.isAsked || this.asks >= ASKS_MAX ? 0 : this.wanted;
  }

  /** It has agreed or not. @returns whether it has to be found again */
  asked(isAgreed: boolean): boolean {
    this.isAsked = true;
    this.asks += 1;
    if (isAgreed) this.baud = this.wanted;
    return isAgreed;
  }

  /** Lines came damaged. @returns whether the modem should be asked for the lower rate */
  doubted(): boolean {
    if (this.baud === 19200) return false;
    this.damaged += 1;
    if (this.damaged !== DAMAGED_MAX) return false;
    this.wanted = 19200;
    this.asks = 0;
    return true;
  }

  private other(): Baud {
    return this.baud === 19200 ? 115200 : 19200;
  }
}
