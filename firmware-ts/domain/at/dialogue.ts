// One command at a time: tells the lines of its answer from unsolicited ones, which may come anywhere, even between a
// header and its PDU (SIM800 AT Command Manual V1.12, 1.4 and 1.5). Text of a message cannot be taken for an answer:
// messages come as hexadecimal digits, and nothing else is accepted where they belong.
import type { Millis } from "../millis.ts";

/**
 * What a line was. `pdu` and `report` have the octets in `pdu`, all but `none` and `stray` the line in `line`; `header`: its
 * PDU is to come.
 */
export type AtEvent = "none" | "information" | "header" | "pdu" | "final" | "unsolicited" | "report" | "echo" | "stray";

/** gone: the slot is empty, where a modem says so by an error · damaged: the answer made no sense */
export type Outcome = "ok" | "gone" | "error" | "damaged";

export class AtDialogue {
  /** The line that the event is about: for `pdu` its header, for `final` the final line. */
  line = "";
  pdu: ReadonlyUint8Array = new Uint8Array(0);
  /** Of the command that a `final` ended. */
  outcome: Outcome = "ok";
  private isWaiting = false;
  private prefix = "";
  private patienceMs = 0;
  private progressAt: Millis = 0;
  /** Headers whose PDU is still to come. */
  private answerHeader = "";
  private reportHeader = "";
  private isDamaged = false;

  /** @param unhex octets of a text of hexadecimal digits, null for any other text */
  constructor(private readonly unhex: (text: string) => ReadonlyUint8Array | null) {}

  /**
   * @param prefix what the lines of the answer begin with; "" for an answer without any
   * @param patienceMs the longest silence in the answer
   */
  begin(prefix: string, patienceMs: number, now: Millis): void {
    this.isWaiting = true;
    this.prefix = prefix;
    this.patienceMs = patienceMs;
    this.progressAt = now;
    this.answerHeader = "";
    this.isDamaged = false;
  }

  /** Whether an answer is outstanding. */
  isBusy(): boolean {
    return this.isWaiting;
  }

  /** Whether a PDU of the answer is on the wire. */
  isInPdu(): boolean {
    return this.answerHeader !== "";
  }

  /** Whether the answer is overdue. */
  isOverdue(now: Millis): boolean {
    return this.isWaiting && now - this.progressAt > this.patienceMs;
  }

  /** Gives the command up: what still comes of its answer is stray. */
  abandon(): void {
    this.isWaiting = false;
    this.prefix = "";
    this.answerHeader = "";
    this.reportHeader = "";
  }

  /** Says that the answer so far makes no sense: its end will be `damaged`. */
  spoil(): void {
    this.isDamaged = true;
  }

  accept(line: string, now: Millis): AtEvent {
    if (line === "") return "none";
    if (this.answerHeader !== "" || this.reportHeader !== "") {
      const octets = this.unhex(line);
      if (octets !== null) return this.acceptPdu(octets, now);
    }
    if (isFinal(line)) return this.acceptFinal(line);
    if (this.isWaiting && this.prefix !== "" && line.startsWith(this.prefix)) return this.acceptInformation(line, now);
    if (line.startsWith("+CDS:") || line.startsWith("+CMT:")) {
      this.reportHeader = line;
      return "none";
    }
    this.line = line;
    return line.startsWith("AT") || line.startsWith("at") ? "echo" : "unsolicited";
  }

  private acceptPdu(octets: ReadonlyUint8Array, now: Millis): AtEvent {
    this.pdu = octets;
    this.progressAt = now;
    if (this.reportHeader !== "") {
      this.line = this.reportHeader;
      this.reportHeader = "";
      return "report";
    }
    this.line = this.answerHeader;
    this.answerHeader = "";
    return "pdu";
  }

  private acceptFinal(line: string): AtEvent {
    if (!this.isWaiting) return "stray";
    if (this.answerHeader !== "") this.isDamaged = true;
    this.line = line;
    this.outcome = this.isDamaged ? "damaged" : outcomeOf(line);
    this.abandon();
    return "final";
  }

  private acceptInformation(line: string, now: Millis): AtEvent {
    this.progressAt = now;
    this.line = line;
    if (this.answerHeader !== "") this.isDamaged = true;
    const hasPdu = this.prefix === "+CMGL:" || this.prefix === "+CMGR:";
    this.answerHeader = hasPdu ? line : "";
    return hasPdu ? "header" : "information";
  }
}

/** 321: invalid memory index (SIM800 AT Command Manual V1.12, 19.2). */
function outcomeOf(line: string): Outcome {
  if (line === "OK") return "ok";
  return line === "+CMS ERROR: 321" ? "gone" : "error";
}

function isFinal(line: string): boolean {
  return line === "OK" || line === "ERROR" || line.startsWith("+CMS ERROR") || line.startsWith("+CME ERROR");
}
