// The conversation with the modem: find it, set it up, then do the jobs of its client. Lines and time come in, commands
// go out; nothing waits. After anything odd the modem is set up again and its storage listed.
import { AtDialogue } from "../at/dialogue.ts";
import { announcedSlot, pinTries } from "../at/parse.ts";
import type { Millis } from "../millis.ts";
import { isOther, type ModemClient, type ModemJob, numberOf, slotIn } from "./jobs.ts";
import type { LineSpeed } from "./line-speed.ts";
import { ASK_FOR_PIN, OPTIONAL, PROFILE, STEP_MS, STORAGE } from "./profile.ts";
import type { SimPin } from "./sim-pin.ts";
import type { ModemStatus } from "./status.ts";
import { StoredAnswer } from "./stored-answer.ts";
import { ANSWER_PREFIX, type ModemSender, NETWORK_MS, PROMPT_MS, Submission } from "./submission.ts";

/** What people are told about the modem. */
export type ModemHealth = "silent" | "no-power" | "starting" | "no-sim" | "pin" | "wrong-pin" | "ready";

type Phase = "quiet" | "probing" | "settling" | "profile" | "ready";

/** Between two attempts to be heard by a modem that finds out our speed. */
const PROBE_EVERY_MS = 500;
/** No line for so long: an answer that came late has come whole. */
const QUIET_MS = 1000;
/** After the first OK: the answers to earlier attempts may still come. */
const SETTLE_MS = 100;
const STEP_RETRY_MS = 250;
const STEP_TRIES_MAX = 240;
const HANG_UP = "ATH";
/** By the manual, 2.2.10. */
const HANG_UP_MS = 20000;
const HEALTH_SILENT_MS = 5000;
/** Answers in a row that made no sense, or listings refused: the modem is not in the mode that it was set to. */
const ODD_ANSWERS_MAX = 2;
/** Leaves the prompt of AT+CMGS; sent as it is, without a line end. */
export const ESCAPE = "\x1b";

export class Modem {
  health: ModemHealth = "silent";
  private readonly dialogue: AtDialogue;
  private readonly stored: StoredAnswer;
  private readonly submission: Submission;
  private phase: Phase = "probing";
  /** Of each attempt to find it, too. */
  phaseSince: Millis = 0;
  /** Its last word. */
  lineAt: Millis = 0;
  private isProbed = false;
  private step = 0;
  private tries = 0;
  private stepAnswer = "";
  private retryAfter: Millis = 0;
  private isRetrying = false;
  private isRetryUrgent = false;
  private job: ModemJob | null = null;
  /** The modem's own memory is chosen, and not the SIM; the other one is being chosen for a job. */
  private isInOther = false;
  private isChoosing = false;
  private isHeld = false;
  /** It may stand at a prompt that nobody wants any more. */
  private isEscapeDue = false;
  private oddAnswers = 0;

  constructor(
    private readonly client: ModemClient,
    unhex: (text: string) => ReadonlyUint8Array | null,
    readonly pin: SimPin,
    readonly speed: LineSpeed,
    private readonly sender: ModemSender,
    readonly status: ModemStatus,
  ) {
    this.dialogue = new AtDialogue(unhex);
    this.stored = new StoredAnswer(client);
    this.submission = new Submission(sender);
  }

  /** Whether an answer is outstanding. Attempts to find the modem do not count: they follow each other. */
  isBusy(): boolean {
    return this.phase !== "probing" && this.dialogue.isBusy();
  }

  /** Whether octets of an answer are to be expected at once: the network may take its time for what is sent. */
  isAnswering(): boolean {
    return this.isBusy() && !this.submission.isWithNetwork();
  }

  /** Whether the answer that is outstanding may bring PDUs. */
  isReading(): boolean {
    return this.job !== null && this.job.kind !== "delete";
  }

  /** Whether a PDU of an answer is on the wire. */
  isInPdu(): boolean {
    return this.dialogue.isInPdu();
  }

  /** How many hexadecimal digits the PDU on the wire has at least; 0 where there is none. */
  pduDigits(): number {
    return this.dialogue.isInPdu() ? this.stored.digits() : 0;
  }

  /** While held, no further job is begun: the caller wants the line for itself for a moment. */
  hold(isHeld: boolean): void {
    this.isHeld = isHeld;
  }

  /** It is restarted from outside: what is going on has no answer any more. */
  restarted(now: Millis): void {
    this.startOver("quiet", now);
  }

  /** Nothing that can be done from here helps. */
  needsPower(): void {
    this.health = "no-power";
  }

  /** Something may have been missed. */
  distrust(): void {
    this.client.distrust();
  }

  /** Lines came damaged. */
  damaged(now: Millis): void {
    this.client.distrust();
    if (this.speed.doubted()) this.startOver("quiet", now);
  }

  /** Takes in a line without its end. */
  accept(line: string, now: Millis): void {
    if (this.status.ussd.takes(line, now)) {
      this.lineAt = now;
      return;
    }
    if (line === "") return;
    const event = this.dialogue.accept(line, now);
    if (event !== "none") this.lineAt = now;
    switch (event) {
      case "information":
        this.stepAnswer = this.dialogue.line;
        break;
      case "header":
        if (this.job !== null) this.stored.begin(this.job, this.dialogue.line);
        break;
      case "pdu":
        if (this.job !== null && !this.stored.accept(this.job, this.dialogue.pdu)) this.dialogue.spoil();
        break;
      case "final":
        this.acceptFinal(now);
        break;
      case "report":
        if (!this.sender.reported(this.dialogue.pdu)) this.client.delivered(this.dialogue.pdu);
        break;
      case "unsolicited":
        this.acceptUnsolicited(this.dialogue.line, now);
        break;
      case "echo":
        if (this.phase === "ready") this.startOver("quiet", now);
        break;
      case "stray":
        this.acceptStray(now);
        break;
      default:
        break;
    }
  }

  /** The modem asks for a message. @returns what is to be sent, as it is */
  prompted(now: Millis): string {
    const pdu = this.submission.prompted();
    if (pdu === "") {
      this.startOver("quiet", now);
      return ESCAPE;
    }
    this.dialogue.begin(ANSWER_PREFIX, NETWORK_MS, now);
    return pdu;
  }

  /** The command to be sent now; "" for none. */
  poll(now: Millis): string {
    if (this.dialogue.isOverdue(now)) this.giveUp(now);
    if (this.isEscapeDue) {
      this.isEscapeDue = false;
      return ESCAPE;
    }
    if (this.dialogue.isBusy()) return "";
    switch (this.phase) {
      case "quiet":
        if (now - this.lineAt >= QUIET_MS && now - this.phaseSince >= QUIET_MS) this.enter("probing", now);
        return "";
      case "probing":
        return this.probe(now);
      case "settling":
        if (now - this.lineAt >= SETTLE_MS) this.beginProfile(now);
        return "";
      case "profile":
        return this.nextStep(now);
      default:
        // One for which its memory was chosen is not held back any more.
        return this.isHeld && this.job === null ? "" : this.nextJob(now);
    }
  }

  private enter(phase: Phase, now: Millis): void {
    this.phase = phase;
    this.phaseSince = now;
  }

  /** Drops what is going on; the job's client learns of it. */
  private startOver(phase: Phase, now: Millis): void {
    const job = this.job;
    this.job = null;
    this.isChoosing = false;
    this.dialogue.abandon();
    if (job !== null) this.client.interrupted(job);
    if (this.submission.interrupted(now)) this.isEscapeDue = true;
    this.client.distrust();
    this.isProbed = false;
    this.oddAnswers = 0;
    this.enter(phase, now);
    if (this.health === "ready") this.health = "starting";
  }

  private giveUp(now: Millis): void {
    if (this.phase === "probing") {
      this.dialogue.abandon();
      if (now - this.lineAt > HEALTH_SILENT_MS && this.health !== "no-power") this.health = "silent";
      return;
    }
    this.startOver("quiet", now);
  }

  private probe(now: Millis): string {
    if (this.isProbed && now - this.phaseSince < PROBE_EVERY_MS) return "";
    this.isProbed = true;
    this.speed.attempted();
    this.phaseSince = now;
    this.dialogue.begin("", PROBE_EVERY_MS, now);
    return "AT";
  }

  private beginProfile(now: Millis): void {
    this.step = 0;
    this.tries = 0;
    this.isInOther = false;
    this.pin.reset();
    this.status.reset();
    this.isRetrying = false;
    this.isRetryUrgent = false;
    this.enter("profile", now);
    this.health = "starting";
  }

  private nextStep(now: Millis): string {
    if (this.isRetrying && now - this.retryAfter < STEP_RETRY_MS) return "";
    this.isRetrying = false;
    const step = PROFILE[this.step];
    if (step === undefined && this.speed.toAsk() > 0) {
      this.dialogue.begin("", STEP_MS, now);
      return `AT+IPR=${this.speed.toAsk()}`;
    }
    if (step === undefined) {
      this.enter("ready", now);
      this.health = "ready";
      this.client.distrust();
      return "";
    }
    if (this.pin.isWaiting()) return "";
    const command = step === ASK_FOR_PIN && this.pin.command() !== "" ? this.pin.command() : step;
    this.stepAnswer = "";
    this.dialogue.begin(prefixOf(command), STEP_MS, now);
    return command;
  }

  private nextJob(now: Millis): string {
    const job = this.job ?? this.client.nextJob(now);
    this.job = job;
    if (job === null) return this.nextPart(now);
    if (isOther(job.slot) !== this.isInOther) return this.chooseMemory(now);
    switch (job.kind) {
      case "list":
        this.dialogue.begin("+CMGL:", 20000, now);
        return "AT+CMGL=4";
      case "read":
        this.dialogue.begin("+CMGR:", 5000, now);
        return `AT+CMGR=${numberOf(job.slot)}`;
      default:
        this.dialogue.begin("", 5000, now);
        return `AT+CMGD=${numberOf(job.slot)}`;
    }
  }

  /** That a job's memory is read and deleted from. What comes is stored on the SIM all the same. */
  private chooseMemory(now: Millis): string {
    this.isChoosing = true;
    this.dialogue.begin("+CPMS:", STEP_MS, now);
    return `AT+CPMS="${this.isInOther ? "SM" : "ME"}"`;
  }

  /** @returns whether the job can be done there */
  private hasChosen(isOk: boolean): boolean {
    this.isChoosing = false;
    if (!isOk) return false;
    this.isInOther = !this.isInOther;
    return true;
  }

  private nextPart(now: Millis): string {
    const command = this.submission.begin(now);
    if (command === "") return this.nextQuestion(now);
    this.stepAnswer = "";
    this.dialogue.begin(ANSWER_PREFIX, PROMPT_MS, now);
    return command;
  }

  private nextQuestion(now: Millis): string {
    const question = this.status.due(now);
    if (question === "") return "";
    this.stepAnswer = "";
    this.dialogue.begin(namedBy(question), question === HANG_UP ? HANG_UP_MS : STEP_MS, now);
    return question;
  }

  private acceptFinal(now: Millis): void {
    const { outcome } = this.dialogue;
    const job = this.job;
    if (this.phase === "probing") {
      if (outcome === "ok") this.enter("settling", now);
      this.speed.heard();
    } else if (this.phase === "profile") {
      this.finishStep(outcome === "ok", now);
    } else if (job !== null) {
      if (this.isChoosing && this.hasChosen(outcome === "ok")) return;
      this.job = null;
      if (this.isInOther !== isOther(job.slot)) {
        this.client.finished(job, "error", now);
        return;
      }
      this.client.finished(job, outcome, now);
      const isOdd = outcome === "damaged" || (outcome === "error" && job.kind === "list");
      this.oddAnswers = isOdd ? (this.oddAnswers + 1) & 0xff : 0;
      if (this.oddAnswers >= ODD_ANSWERS_MAX) this.startOver("quiet", now);
    } else if (this.submission.isUnderWay()) {
      this.submission.finished(outcome, this.stepAnswer, this.dialogue.line, now);
    } else {
      this.status.answered(outcome === "ok", this.stepAnswer, now);
    }
  }

  private finishStep(isOk: boolean, now: Millis): void {
    const step = PROFILE[this.step];
    if (step === undefined) {
      if (this.speed.asked(isOk)) this.startOver("probing", now);
      return;
    }
    const isPin = step === ASK_FOR_PIN;
    if (isPin && this.pin.command() !== "") {
      this.pin.answered(isOk, pinTries(this.stepAnswer));
      if (this.pin.isRefused) this.health = "wrong-pin";
      return;
    }
    if (isOk && step === STORAGE) this.client.sized(this.stepAnswer);
    if (isPin) this.askedForPin(isOk ? this.stepAnswer : this.dialogue.line);
    const isDone = isOk && (!isPin || this.stepAnswer === "+CPIN: READY");
    if (isDone || OPTIONAL.includes(step)) {
      this.step += 1;
      this.tries = 0;
      return;
    }
    this.tries += 1;
    this.isRetrying = !this.isRetryUrgent;
    this.isRetryUrgent = false;
    this.retryAfter = now;
    if (this.tries >= STEP_TRIES_MAX) this.startOver("quiet", now);
  }

  private askedForPin(answer: string): void {
    this.health = healthOfSim(answer);
    if (!answer.endsWith(" PIN")) return;
    this.pin.asked();
    if (this.pin.isRefused) this.health = "wrong-pin";
    else if (this.pin.command() !== "") this.health = "starting";
  }

  /** An answer without its question: a late one, after which answers and questions would no longer belong together. */
  private acceptStray(now: Millis): void {
    if (this.phase !== "quiet" && this.phase !== "settling" && this.phase !== "probing") this.startOver("quiet", now);
  }

  private acceptUnsolicited(line: string, now: Millis): void {
    this.status.heard(line, now);
    if (line.startsWith("+CMTI:")) {
      const slot = announcedSlot(line);
      if (slot >= 0) this.client.announced(slotIn(line.includes('"ME"'), slot));
      else this.client.distrust();
    } else if (line === "SMS Ready" || line === "SMS DONE") {
      this.client.distrust();
      // What was refused until now, or is about to be, is not any more.
      this.isRetrying = false;
      this.isRetryUrgent = true;
    } else if (
      line === "RDY" ||
      line.startsWith("*ATREADY") ||
      line.startsWith("NORMAL POWER DOWN") ||
      line.startsWith("UNDER-VOLTAGE POWER DOWN")
    ) {
      this.startOver("quiet", now);
    } else if (line.startsWith("+CPIN:") && this.phase === "ready" && !line.includes("READY")) {
      this.startOver("quiet", now);
    }
  }
}

/** What the lines of a step's answer begin with; "" for an answer without any, or one that is of no use. */
function prefixOf(step: string): string {
  if (step === ASK_FOR_PIN) return "+CPIN:";
  if (step === "AT+SPIC") return "+SPIC:";
  return step === STORAGE ? "+CPMS:" : "";
}

/** What the line of a question's answer begins with: of AT+CREG? it is +CREG:; "" for a command. */
function namedBy(question: string): string {
  if (question.includes("=") || !question.startsWith("AT+")) return "";
  return `${question.endsWith("?") ? question.slice(2, -1) : question.slice(2)}:`;
}

/** @param answer `+CPIN: …`, or the error that came in its place: 10 no SIM, 11 PIN, 12 PUK (manual, 19.1) */
function healthOfSim(answer: string): ModemHealth {
  if (answer.endsWith(" NOT INSERTED") || answer.endsWith("ERROR: 10")) return "no-sim";
  if (answer.endsWith(" PIN") || answer.endsWith(" PUK")) return "pin";
  return answer.endsWith("ERROR: 11") || answer.endsWith("ERROR: 12") ? "pin" : "starting";
}
