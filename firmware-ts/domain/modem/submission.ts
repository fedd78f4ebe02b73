// A part on its way to the network by AT+CMGS (SIM800 AT Command Manual V1.12, 4.2.5): the command, the modem's prompt,
// the PDU, the answer. After the PDU is handed over, no answer means that nobody knows whether it was sent.
import type { Outcome } from "../at/dialogue.ts";
import { decimal } from "../at/parse.ts";
import type { Millis } from "../millis.ts";
import type { SubmitPdu } from "../pdu/submit.ts";

/** Gives the parts and takes what became of them. Nothing here may wait or use the broker. */
export interface ModemSender {
  /** The next part; null for none. */
  nextPart(now: Millis): SubmitPdu | null;
  /** The network has it. @param reference TP-MR, as a status report will name it */
  took(reference: u8, now: Millis): void;
  /** It was not sent. @param line the modem's reason: `+CMS ERROR: …`, or "" when it never asked for the PDU */
  refused(line: string, now: Millis): void;
  /** It was handed over, and no answer came. */
  unanswered(now: Millis): void;
  /** A status report. @returns whether it is of a message sent from here */
  reported(pdu: ReadonlyUint8Array): boolean;
}

export const ANSWER_PREFIX = "+CMGS:";
/** The prompt is there at once; the network may take a minute, by the manual. */
export const PROMPT_MS = 5000;
export const NETWORK_MS = 65000;
/** Ends the PDU. */
const CTRL_Z = "\x1a";

export class Submission {
  private part: SubmitPdu | null = null;
  private isHandedOver = false;

  constructor(private readonly sender: ModemSender) {}

  /** The command for the next part; "" for none. */
  begin(now: Millis): string {
    this.isHandedOver = false;
    this.part = this.sender.nextPart(now);
    return this.part === null ? "" : `AT+CMGS=${this.part.tpduOctets}`;
  }

  isUnderWay(): boolean {
    return this.part !== null;
  }

  /** Whether the network has to answer. */
  isWithNetwork(): boolean {
    return this.part !== null && this.isHandedOver;
  }

  /** The modem asks for the PDU. @returns what it is to be told; "" when it should not have asked */
  prompted(): string {
    if (this.part === null || this.isHandedOver) return "";
    this.isHandedOver = true;
    return this.part.hex + CTRL_Z;
  }

  /**
   * @param answer `+CMGS: <mr>`; "" when there was none
   * @param line the final one
   */
  finished(outcome: Outcome, answer: string, line: string, now: Millis): void {
    const isHandedOver = this.isHandedOver;
    this.part = null;
    const reference = answer === "" ? -1 : decimal(answer.slice(ANSWER_PREFIX.length).trim());
    if (outcome !== "ok") this.sender.refused(line, now);
    else if (!isHandedOver) this.sender.refused("", now);
    else if (reference < 0 || reference > 255) this.sender.unanswered(now);
    else this.sender.took(reference, now);
  }

  /** No answer will come any more. @returns whether the modem may still stand at its prompt, and take all for text */
  interrupted(now: Millis): boolean {
    if (this.part === null) return false;
    this.part = null;
    if (this.isHandedOver) this.sender.unanswered(now);
    else this.sender.refused("", now);
    return !this.isHandedOver;
  }
}
