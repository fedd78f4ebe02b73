// A message on its way: from the command that was found good to the last of its parts.
import type { Millis } from "../millis.ts";
import { EncodedText, PARTS_MAX } from "../pdu/encode-text.ts";
import { type SubmitPdu, submitPdu } from "../pdu/submit.ts";
import type { SendCommand } from "./send-command.ts";
import type { Place } from "./send-history.ts";

const MINUTE_S = 60;

export class Sending {
  /** TP-MR of each part that the network has taken. */
  readonly references: number[] = [];
  /** Those of them that the service centre has not reported on. */
  readonly missing: number[] = [];
  /** Why it was not delivered; "" nothing is known of that. */
  reason = "";
  isTold = false;
  /** Where it stands in the history; -1 before it is accepted. */
  place: Place = -1;
  parts = 0;
  /** Attempts at the present part that failed, when the last one did, and how long after it the next one may be. */
  attempts = 0;
  failedAt: Millis = 0;
  pauseMs: Millis = 0;
  private encoded: EncodedText | null = null;

  /**
   * @param command without a problem, to a normalised number
   * @param id as it is told
   * @param name 12 hexadecimal digits that stand for the command
   * @param since when it came, or this run began
   */
  constructor(
    readonly command: SendCommand,
    readonly id: string,
    readonly name: string,
    readonly since: Millis,
  ) {}

  /** @param remainingS until it is of no use any more, which the service centre is told; -1 never */
  nextPart(remainingS: number): SubmitPdu | null {
    const { command, references } = this;
    this.encoded ??= new EncodedText(command.text, false);
    return submitPdu(this.encoded, Math.min(references.length + 1, PARTS_MAX), {
      to: command.to,
      isFlash: command.isFlash,
      wantsReport: command.wantsReport,
      validityMinutes: remainingS < 0 ? 0 : Math.min(Math.max(Math.floor(remainingS / MINUTE_S), 1), 1000000),
      reference: this.place & 0xff,
    });
  }

  isComplete(): boolean {
    return this.references.length >= this.parts;
  }
}
