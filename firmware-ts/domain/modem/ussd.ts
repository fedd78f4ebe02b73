// A USSD code and the network's answer to it (SIM800 AT Command Manual V1.12, 3.2.53; 3GPP TS 27.007 7.15): one at a time,
// and the session is closed after the first answer, whatever the network would like to hear. What an answer says tells
// requests/ussd-answer.ts.
import { decimal } from "../at/parse.ts";
import type { Millis } from "../millis.ts";

/** wanted: to be sent · asked: the modem has it */
type UssdPhase = "idle" | "wanted" | "asked";

/** No manual says how long; networks take 20 s at most. */
const PATIENCE_MS = 30000;
/** An answer has 182 septets or 80 characters in four digits each, and comes in one go. */
const ANSWER_LENGTH_MAX = 600;
const ANSWER_MS = 2000;

export class Ussd {
  private phase: UssdPhase = "idle";
  private code = "";
  private since: Millis = 0;
  private isClosing = false;
  /** An answer whose text goes on in the next line; "" none. */
  private pending = "";
  private pendingSince: Millis = 0;
  /** Why there is no answer: refused, or timeout, by the network; modem: it was not asked; "" there is one. */
  error = "";
  /** Its lines, as they came. */
  answer = "";

  constructor(readonly unhex: (text: string) => ReadonlyUint8Array | null) {}

  /** Asks the network; one code at a time. */
  ask(code: string, now: Millis): void {
    this.phase = "wanted";
    this.code = code;
    this.since = now;
  }

  /** Whether there is an answer, or none to be expected: in `error` and `answer`. */
  isAnswered(now: Millis): boolean {
    if (this.pending !== "" && now - this.pendingSince > ANSWER_MS) this.hearPending();
    if (now - this.since > PATIENCE_MS) {
      if (this.phase === "asked") this.isClosing = true;
      if (this.phase === "asked") this.finish("timeout", "");
      else if (this.phase === "wanted") this.finish("modem", "");
    }
    return this.phase === "idle";
  }

  /** The command that is due; "" for none. */
  due(now: Millis): string {
    if (this.isClosing) {
      this.isClosing = false;
      return "AT+CUSD=2";
    }
    if (this.phase !== "wanted") return "";
    this.phase = "asked";
    this.since = now;
    return `AT+CUSD=1,"${this.code}",15`;
  }

  /** The modem has taken the command, or not: the network's answer comes later. */
  answered(isOk: boolean): void {
    if (!isOk && this.phase === "asked") this.finish("refused", "");
  }

  /** The modem has started again. */
  interrupted(): void {
    this.pending = "";
    this.isClosing = false;
    if (this.phase === "asked") this.finish("modem", "");
  }

  /** Takes in a line of an answer, whose text may hold ends of lines. @returns whether it was one */
  takes(line: string, now: Millis): boolean {
    if (this.pending !== "" && now - this.pendingSince > ANSWER_MS) this.hearPending();
    if (this.pending === "" && !line.startsWith("+CUSD:")) return false;
    if (this.pending === "") this.pendingSince = now;
    this.pending = this.pending === "" ? line : `${this.pending}\n${line}`;
    if (isWhole(this.pending) || this.pending.length >= ANSWER_LENGTH_MAX) this.hearPending();
    return true;
  }

  /** `+CUSD: <n>[,"<text>",<dcs>]`: 0 done, 1 wants a reply, 2 ended, 4 not supported, 5 timed out. */
  private hearPending(): void {
    const answer = this.pending;
    this.pending = "";
    if (answer.slice("+CUSD:".length).trim().startsWith("1")) this.isClosing = true;
    if (this.phase === "asked") this.finish("", answer);
  }

  private finish(error: string, answer: string): void {
    this.phase = "idle";
    this.error = error;
    this.answer = answer;
  }
}

/** Whether nothing is missing: no text, or quotes in pairs and a coding after the last one. For others time tells. */
function isWhole(answer: string): boolean {
  const pieces = answer.split('"');
  return pieces.length === 1 || (pieces.length % 2 === 1 && codingIn(pieces[pieces.length - 1] ?? "") >= 0);
}

/** @param rest what follows the text: a comma and its coding; -1 where there is none */
export function codingIn(rest: string): number {
  return decimal(rest.slice(rest.indexOf(",") + 1).trim());
}
