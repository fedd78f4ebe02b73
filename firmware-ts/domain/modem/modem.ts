// The conversation with the modem: find it, set it up, then do the jobs of its client. Lines and time come in, commands
// go out; nothing waits. After anything odd the modem is set up again and its storage listed.
import { AtDialogue } from "../at/dialogue.ts";
import { announcedSlot, listHeader, type MessageHeader, pinTries, readHeader, storageSize } from "../at/parse.ts";
import type { Millis } from "../millis.ts";
import type { ModemClient, ModemJob } from "./jobs.ts";
import { ASK_FOR_PIN, OPTIONAL, PROFILE, STEP_MS, STORAGE } from "./profile.ts";
import type { SimPin } from "./sim-pin.ts";

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
const HEALTH_SILENT_MS = 5000;
/** Answers in a row that made no sense, or listings refused: the modem is not in the mode that it was set to. */
const DAMAGED_MAX = 2;

export class Modem {
  health: ModemHealth = "silent";
  private readonly dialogue: AtDialogue;
  private phase: Phase = "probing";
  private phaseSince: Millis = 0;
  private lineAt: Millis = 0;
  private isProbed = false;
  private step = 0;
  private tries = 0;
  private stepAnswer = "";
  private retryAfter: Millis = 0;
  private isRetrying = false;
  private job: ModemJob | null = null;
  /** The octets of an answer whose length was wrong: the same again is what the modem holds. */
  private suspect = "";
  private isHeld = false;
  private damaged = 0;

  constructor(
    private readonly client: ModemClient,
    unhex: (text: string) => ReadonlyUint8Array | null,
    readonly pin: SimPin,
  ) {
    this.dialogue = new AtDialogue(unhex);
  }

  /** Whether an answer is outstanding. Attempts to find the modem do not count: they follow each other. */
  isBusy(): boolean {
    return this.phase !== "probing" && this.dialogue.isBusy();
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

  /** Lines were lost. */
  distrust(): void {
    this.client.distrust();
  }

  /** Takes in a line without its end. */
  accept(line: string, now: Millis): void {
    const event = this.dialogue.accept(line, now);
    if (event !== "none") this.lineAt = now;
    switch (event) {
      case "information":
        this.stepAnswer = this.dialogue.line;
        break;
      case "pdu":
        this.acceptPdu(this.dialogue.line, this.dialogue.pdu);
        break;
      case "final":
        this.acceptFinal(now);
        break;
      case "report":
        this.client.delivered(this.dialogue.pdu);
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

  /** The command to be sent now; "" for none. */
  poll(now: Millis): string {
    if (this.dialogue.isOverdue(now)) this.giveUp(now);
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
        return this.isHeld ? "" : this.nextJob(now);
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
    this.dialogue.abandon();
    if (job !== null) this.client.interrupted(job);
    this.client.distrust();
    this.isProbed = false;
    this.damaged = 0;
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
    this.phaseSince = now;
    this.dialogue.begin("", PROBE_EVERY_MS, now);
    return "AT";
  }

  private beginProfile(now: Millis): void {
    this.step = 0;
    this.tries = 0;
    this.pin.reset();
    this.isRetrying = false;
    this.enter("profile", now);
    this.health = "starting";
  }

  private nextStep(now: Millis): string {
    if (this.isRetrying && now - this.retryAfter < STEP_RETRY_MS) return "";
    this.isRetrying = false;
    const step = PROFILE[this.step];
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
    const job = this.client.nextJob(now);
    this.job = job;
    if (job === null) return "";
    switch (job.kind) {
      case "list":
        this.dialogue.begin("+CMGL:", 20000, now);
        return "AT+CMGL=4";
      case "read":
        this.dialogue.begin("+CMGR:", 5000, now);
        return `AT+CMGR=${job.slot}`;
      default:
        this.dialogue.begin("", 5000, now);
        return `AT+CMGD=${job.slot}`;
    }
  }

  private acceptFinal(now: Millis): void {
    const { outcome } = this.dialogue;
    const job = this.job;
    if (this.phase === "probing") {
      if (outcome === "ok") this.enter("settling", now);
    } else if (this.phase === "profile") {
      this.finishStep(outcome === "ok", now);
    } else if (job !== null) {
      this.job = null;
      this.client.finished(job, outcome, now);
      const isOdd = outcome === "damaged" || (outcome === "error" && job.kind === "list");
      this.damaged = isOdd ? (this.damaged + 1) & 0xff : 0;
      if (this.damaged >= DAMAGED_MAX) this.startOver("quiet", now);
    }
  }

  private finishStep(isOk: boolean, now: Millis): void {
    const step = PROFILE[this.step];
    if (step === undefined) return;
    const isPin = step === ASK_FOR_PIN;
    if (isPin && this.pin.command() !== "") {
      this.pin.answered(isOk, pinTries(this.stepAnswer));
      if (this.pin.isRefused) this.health = "wrong-pin";
      return;
    }
    if (isOk && step === STORAGE) this.client.sized(storageSize(this.stepAnswer));
    if (isPin) this.askedForPin(isOk ? this.stepAnswer : this.dialogue.line);
    const isDone = isOk && (!isPin || this.stepAnswer === "+CPIN: READY");
    if (isDone || OPTIONAL.includes(step)) {
      this.step += 1;
      this.tries = 0;
      return;
    }
    this.tries += 1;
    this.isRetrying = true;
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
    if (line.startsWith("+CMTI:")) {
      const slot = announcedSlot(line);
      if (slot >= 0) this.client.announced(slot);
      else this.client.distrust();
    } else if (line === "SMS Ready") {
      this.client.distrust();
    } else if (line === "RDY" || line.startsWith("NORMAL POWER DOWN") || line.startsWith("UNDER-VOLTAGE POWER DOWN")) {
      this.startOver("quiet", now);
    } else if (line.startsWith("+CPIN:") && this.phase === "ready" && !line.includes("READY")) {
      this.startOver("quiet", now);
    }
  }

  /** A PDU counts when its header is whole and its length is what the header says, or when it comes the same twice. */
  private acceptPdu(line: string, pdu: ReadonlyUint8Array): void {
    const job = this.job;
    if (job === null) return;
    const header = job.kind === "list" ? listHeader(line) : readHeader(line);
    if (header === null) {
      this.dialogue.spoil();
      return;
    }
    const slot = job.kind === "list" ? header.slot : job.slot;
    if (header.status > 1) {
      this.client.foundForeign(slot);
    } else if (hasLength(header, pdu) || this.suspect === suspectOf(slot, pdu)) {
      this.suspect = "";
      this.client.found(slot, pdu);
    } else {
      this.suspect = suspectOf(slot, pdu);
      this.client.doubtful(slot);
      if (job.kind === "read") this.dialogue.spoil();
    }
  }
}

/** What the lines of a step's answer begin with; "" for an answer without any, or one that is of no use. */
function prefixOf(step: string): string {
  if (step === ASK_FOR_PIN) return "+CPIN:";
  if (step === "AT+SPIC") return "+SPIC:";
  return step === STORAGE ? "+CPMS:" : "";
}

function hasLength(header: MessageHeader, pdu: ReadonlyUint8Array): boolean {
  return pdu.length === header.length + (pdu[0] ?? 0) + 1;
}

/** A short stand-in for a PDU's octets, to know them again: slot, length and a sum. */
function suspectOf(slot: number, pdu: ReadonlyUint8Array): string {
  let sum = 0;
  for (const octet of pdu) sum = (sum * 31 + octet) & 0xffffff;
  return `${slot} ${pdu.length} ${sum}`;
}

/** @param answer `+CPIN: …`, or the error that came in its place: 10 no SIM, 11 PIN, 12 PUK (manual, 19.1) */
function healthOfSim(answer: string): ModemHealth {
  if (answer.endsWith(" NOT INSERTED") || answer.endsWith("ERROR: 10")) return "no-sim";
  if (answer.endsWith(" PIN") || answer.endsWith(" PUK")) return "pin";
  return answer.endsWith("ERROR: 11") || answer.endsWith("ERROR: 12") ? "pin" : "starting";
}
