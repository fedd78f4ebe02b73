// The SIM's PIN: three wrong ones block the SIM, so it is entered only when that cannot be the last but one, and a wrong
// one is never tried again, over restarts too, until the settings hold another.

/** tries: ask how many are left · record: the attempt must outlive a power cut · enter: the PIN itself */
type PinStep = "none" | "tries" | "record" | "enter";

/** Tries of a SIM on which none was wasted. */
const TRIES_FULL = 3;
const TRIES_MIN = 2;

export class SimPin {
  /** It cannot be entered, or must not be any more. */
  isRefused = false;
  private step: PinStep = "none";
  /** What stands for the PIN in the journal. */
  private readonly mark: string;
  /** This PIN was tried: then only a SIM with all its tries shows that it was right. */
  private isTried: boolean;

  /**
   * @param pin of the settings; "" none
   * @param fingerprint a text that stands for octets
   * @param records of the journal
   */
  constructor(
    private readonly pin: string,
    fingerprint: (octets: ReadonlyUint8Array) => string,
    records: readonly string[],
  ) {
    this.mark = `N ${fingerprint(new TextEncoder().encode(pin)).slice(0, 12)}`;
    this.isTried = records.includes(this.mark);
  }

  /** The SIM asks for it. */
  asked(): void {
    if (this.step === "none" && this.pin !== "" && !this.isRefused) this.step = "tries";
  }

  /** Begins with the next attempt anew. */
  reset(): void {
    this.step = "none";
  }

  /** What the modem is to be told; "" for nothing. */
  command(): string {
    switch (this.step) {
      case "tries":
        return "AT+SPIC";
      case "enter":
        return `AT+CPIN="${this.pin}"`;
      default:
        return "";
    }
  }

  /** Whether it waits for the journal. */
  isWaiting(): boolean {
    return this.step === "record";
  }

  /** What is to be in the journal; "" nothing. */
  record(): string {
    return this.isTried || this.isWaiting() ? this.mark : "";
  }

  /** @param isKept whether the journal has it: else the PIN is not entered */
  recorded(isKept: boolean): void {
    if (!this.isWaiting()) return;
    this.isTried = isKept;
    this.isRefused = !isKept;
    this.step = isKept ? "enter" : "none";
  }

  /**
   * The command's answer.
   * @param tries left for the PIN, of an answer to AT+SPIC; -1 not understood
   */
  answered(isOk: boolean, tries: number): void {
    if (this.step === "tries") {
      const isSafe = isOk && tries >= (this.isTried ? TRIES_FULL : TRIES_MIN);
      this.isRefused = !isSafe;
      this.step = isSafe ? "record" : "none";
      return;
    }
    this.isRefused = !isOk;
    this.step = "none";
  }
}
