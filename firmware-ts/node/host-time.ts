// The time of day as this machine has it, for the loop: only while the machine's clock follows a time server, as one without a clock
// of its own (a Raspberry Pi) begins where it was switched off. systemd knows of it whatever keeps the time, timesyncd, chrony or
// ntpd: the kernel is asked (adjtimex, by timedatectl), which Node cannot do itself.
import { execFile } from "node:child_process";

/** Until it is known, and from then on: a day is how long the loop believes it against the mobile network. */
const ASK_MS = 20_000;
const ASK_AGAIN_MS = 600_000;
const ANSWER_MS_MAX = 5_000;
/** The beginning of 2000, from which the loop counts. */
const EPOCH_MS = Date.UTC(2000, 0, 1);

export class HostTime {
  private timer: NodeJS.Timeout | undefined;
  private isEnded = false;

  /** @param tell is given seconds since the beginning of 2000 */
  constructor(
    private readonly tell: (seconds: number) => void,
    private readonly isSynchronised: () => Promise<boolean> = asksSystemd,
  ) {}

  /** Asks now, and goes on until end(). */
  async ask(): Promise<void> {
    const isRight = await this.isSynchronised();
    if (this.isEnded) return;
    if (isRight) this.tell(Math.round((Date.now() - EPOCH_MS) / 1000));
    this.timer = setTimeout(() => void this.ask(), isRight ? ASK_AGAIN_MS : ASK_MS);
  }

  end(): void {
    this.isEnded = true;
    clearTimeout(this.timer);
  }
}

/** Whether the clock of this machine follows a time server; false where nobody knows. */
function asksSystemd(): Promise<boolean> {
  const args = ["show", "--property=NTPSynchronized", "--value"];
  return new Promise((resolve) => {
    execFile("timedatectl", args, { timeout: ANSWER_MS_MAX }, (error, said) =>
      resolve(error === null && said.trim() === "yes"),
    );
  });
}
