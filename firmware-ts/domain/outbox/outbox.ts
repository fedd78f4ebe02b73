// From commands to messages at the network. A command goes: taken, accepted once that is on the flash, handed over part by
// part, settled, and told once that is on the flash too. They are handed over in the order in which they were accepted,
// so that after a power cut only the first unsettled one may have been sent: of that nobody knows, the others go on.
import type { Command } from "../command-queue.ts";
import { secondsOfIso } from "../iso-time.ts";
import type { KeptOctets } from "../kept-octets.ts";
import type { Millis } from "../millis.ts";
import type { ModemSender } from "../modem/submission.ts";
import { decodeStatusReport } from "../pdu/status-report.ts";
import type { SubmitPdu } from "../pdu/submit.ts";
import type { WallClock } from "../wall-clock.ts";
import { Reports } from "./reports.ts";
import { readSendCommand, type SendCommand } from "./send-command.ts";
import { errorOf, isPassing, refusalIn, type SendError } from "./send-error.ts";
import { ENTRIES_MIN, type Place, SendHistory, type SendState } from "./send-history.ts";
import { check, type SendRules } from "./send-rules.ts";
import { Sending } from "./sending.ts";
import { packSendings, unpackSendings } from "./sendings-record.ts";
import { strangeReport } from "./strange-report.ts";

/** What is to be told of a command. */
export interface SendNews {
  /** null for one that has none and cannot be read. */
  readonly id: string | null;
  readonly to: string;
  readonly state: SendState | "rejected";
  readonly parts: number;
  readonly partsSent: number;
  readonly references: readonly number[];
  readonly error: SendError | null;
  /** -1: no matter of time. */
  readonly retryAfterS: number;
}

const QUEUE_MAX = 8;
const QUEUE_UNITS_MAX = 4000;
const NEWS_MAX = 40;
/** The same octets within this time are the same command. */
const SAME_COMMAND_S = 60;
/** An expiring command waits so long for the time of day. */
const CLOCK_WAIT_MS = 600000;
/** Nobody wants a message a day late. */
const WAIT_MS_MAX = 86400000;
/** What the flash did not take is written anew after so long. */
const WRITE_AGAIN_MS = 60000;
/** After errors that pass. */
const RETRY_AFTER_MS: readonly Millis[] = [15000, 60000, 300000];

const NO_NUMBERS: readonly number[] = [];
const encoder = new TextEncoder();

export class Outbox implements ModemSender {
  /** Messages that the network has taken whole, since it was opened. */
  sentCount = 0;
  private readonly history: SendHistory;
  private readonly reports = new Reports();
  /** Good commands that are not accepted yet. */
  private taken: Sending[] = [];
  /** Accepted, in the order in which they are handed over. */
  private queue: Sending[] = [];
  /** Of the queue, the last ones: not on the flash yet. */
  private unrecorded = 0;
  /** What is told once it is on the flash, and what can be told. */
  private settled: SendNews[] = [];
  /** Whose end is on the flash, or is to be, and was not told. */
  private untold: Sending[] = [];
  private isStale = false;
  /** When the flash did not take an end: it does not know of it yet, and what follows would go twice after a start. 0 it knows all. */
  private behindAt: Millis = 0;
  private stray: string | null = null;
  private news: SendNews[] = [];

  /**
   * @param fingerprint 64 hexadecimal digits that stand for octets
   * @param flash what record() gave last
   * @param isFirst whether that was before the start
   * @param awaited what left() gave when it was closed; "" at the start
   */
  constructor(
    private readonly rules: SendRules,
    private readonly clock: WallClock,
    private readonly fingerprint: (octets: ReadonlyUint8Array) => string,
    private readonly unhex: (text: string) => ReadonlyUint8Array | null,
    private readonly flash: KeptOctets,
    isFirst: boolean,
    awaited: string,
  ) {
    const size = Math.max(flash.keptSize("outbox"), 0);
    this.history = new SendHistory(Math.max(rules.perDay, ENTRIES_MIN), flash, size, isFirst);
    if (this.history.end > 0) this.recall(Math.max(size - this.history.end, 0), isFirst);
    if (awaited === "") return;
    this.reports.awaited = [];
    const left = unpackSendings(awaited);
    this.recallAwaited(left.awaited);
    for (const sending of left.untold) {
      this.tellEnd(sending);
      this.untold.push(sending);
    }
  }

  /** Whether it may be closed: all else is on the flash. */
  isIdle(): boolean {
    return this.isSettled() && this.news.length === 0;
  }

  /** Whether it may be closed though there is something to tell: left() has all of that, but that a command was accepted. */
  isLeavable(): boolean {
    return this.isSettled() && this.news.every(({ id, state }) => state === "accepted" || this.isUntold(id));
  }

  private isSettled(): boolean {
    return this.waitingCount() === 0 && this.settled.length === 0 && !this.isStale && this.behindAt === 0;
  }

  private isUntold(id: string | null): boolean {
    return this.untold.some((sending) => sending.id === id);
  }

  /** What has to be known when it is opened again in this run. */
  left(): string {
    return packSendings([], this.reports.awaited, this.untold);
  }

  /** A command has come. */
  take(command: Command, now: Millis): void {
    const { isRepeat, isRetained, payload, refusal } = command;
    if (payload === "") return;
    const read = readSendCommand(payload, secondsOfIso);
    if (refusal !== "") read.problem = refusalIn(refusal);
    const isNamed = read.id !== "";
    const name = this.digest(isNamed ? read.id : `${command.name}\0${payload ?? ""}`);
    const id = isNamed ? read.id : read.problem === null ? name : null;
    const place = this.history.find(this.keyOf(name));
    // Who could not sign it is told nothing but that.
    const isSigned = !refusal.startsWith("unsigned");
    const isKnown =
      isSigned && place >= 0 && (isNamed || isRepeat || isRetained || this.age(place, now) <= SAME_COMMAND_S);
    if (isKnown && id !== null) {
      this.tellKnown(id, read.to, place);
      return;
    }
    // Of one that is taken already the state will be told.
    if (isSigned && this.taken.some((other) => other.id === id)) return;
    if (isRetained) read.refuse("retained", "", "A retained message is no command.");
    const parts = check(read, this.rules);
    const retryAfterS = read.problem === null ? this.secondsToLimit(now) : -1;
    if (retryAfterS > 0) read.refuse("limit", "", "So many messages are not allowed in this time.");
    if (read.problem === null && this.isFull(read)) read.refuse("busy", "", "Too many messages wait to be sent.");
    if (read.problem !== null || id === null) {
      this.tell(newsOf(id, read.to, "rejected", parts, NO_NUMBERS, read.problem, retryAfterS));
      return;
    }
    const sending = new Sending(read, id, name, now);
    sending.parts = parts;
    this.taken.push(sending);
  }

  /** What is to be told next; null for nothing. */
  nextNews(): SendNews | null {
    return this.news[0] ?? null;
  }

  /** It was told. */
  told(): void {
    const told = this.news.shift();
    if (told !== undefined)
      this.untold = this.untold.filter((sending) => sending.id !== told.id || told.state === "accepted");
  }

  /** Messages that wait to be sent. */
  waitingCount(): number {
    return this.taken.length + this.queue.length;
  }

  /** Whether something has to be on the flash before it goes on. */
  isWaiting(now: Millis): boolean {
    const isAgain = this.behindAt > 0 && now - this.behindAt >= WRITE_AGAIN_MS;
    if (isAgain || this.isStale || this.settled.length > 0) return true;
    return this.taken.some((sending) => this.isDecidable(sending, now));
  }

  /** Puts on the flash what is to be there: accepts what it can. @returns whether it is there, else nothing new is accepted */
  record(now: Millis): boolean {
    for (const sending of this.taken) {
      if (!this.isDecidable(sending, now)) continue;
      sending.place = this.history.add(
        this.keyOf(sending.name),
        sending.parts & 0xff,
        this.clock.seconds(now),
        uptime(now),
      );
      this.queue.push(sending);
      this.unrecorded += 1;
    }
    this.taken = this.taken.filter((sending) => sending.place < 0);
    const rest = [encoder.encode(packSendings(this.queue, this.reports.awaited, this.untold))];
    const isKept = this.flash.keep("outbox", () => this.history.nextPiece() ?? rest.pop() ?? null);
    if (isKept) this.behindAt = 0;
    else if (this.behindAt > 0 || this.settled.length > 0) this.behindAt = now;
    this.recorded(isKept);
    return isKept;
  }

  private recorded(isKept: boolean): void {
    for (const news of this.settled) this.tell(news);
    this.settled = [];
    this.isStale = false;
    const fresh = this.queue.slice(this.queue.length - this.unrecorded);
    this.unrecorded = 0;
    for (const { id, command, parts, place } of fresh) {
      if (isKept) this.tell(newsOf(id, command.to, "accepted", parts, NO_NUMBERS, null, -1));
      else this.tell(newsOf(id, command.to, "rejected", parts, NO_NUMBERS, FLASH_FAILED, -1));
      if (!isKept) this.history.forget(place);
    }
    if (!isKept) this.queue = this.queue.filter((sending) => !fresh.includes(sending));
    this.history.written(isKept);
  }

  nextPart(now: Millis): SubmitPdu | null {
    const [sending] = this.queue;
    if (sending === undefined || this.settled.length > 0 || now - sending.failedAt < sending.pauseMs) return null;
    const { expires } = sending.command;
    const time = this.clock.seconds(now);
    const waited = now - sending.since;
    const isLate = expires < 0 ? waited > WAIT_MS_MAX : time < 0 ? waited > CLOCK_WAIT_MS : time >= expires;
    if (isLate) {
      this.settle(sending, "expired", null);
      return null;
    }
    if (this.behindAt > 0 || (expires >= 0 && time < 0)) return null;
    return sending.nextPart(expires < 0 ? -1 : expires - time);
  }

  took(reference: u8, _now: Millis): void {
    const [sending] = this.queue;
    if (sending === undefined) return;
    sending.references.push(reference);
    sending.attempts = 0;
    sending.pauseMs = 0;
    if (sending.command.wantsReport) this.reports.await(sending, reference);
    if (!sending.isComplete()) return;
    this.sentCount += 1;
    this.settle(sending, "sent", null);
  }

  refused(line: string, now: Millis): void {
    const [sending] = this.queue;
    if (sending === undefined) return;
    const pause = RETRY_AFTER_MS[sending.attempts];
    if (pause !== undefined && isPassing(line)) {
      sending.attempts += 1;
      sending.failedAt = now;
      sending.pauseMs = pause;
    } else {
      this.settle(sending, "failed", errorOf(line));
    }
  }

  unanswered(_now: Millis): void {
    const [sending] = this.queue;
    if (sending !== undefined) this.settle(sending, "unknown", NO_ANSWER);
  }

  reported(pdu: ReadonlyUint8Array): boolean {
    const report = decodeStatusReport(pdu);
    if (report !== null && this.reports.take(report)) {
      this.tellDeliveries();
      return true;
    }
    this.stray = strangeReport(pdu, this.fingerprint(pdu).slice(0, 12));
    return this.stray !== null;
  }

  /** A report of nothing that was sent from here, as the payload of a message that has come; null for none. */
  takeStray(): string | null {
    const { stray } = this;
    this.stray = null;
    return stray;
  }

  private tellDeliveries(): void {
    for (let sending = this.reports.next(); sending !== null; sending = this.reports.next()) {
      const { command, id, parts, place, reason, references } = sending;
      const state = reason === "" ? "delivered" : "undelivered";
      const error = reason === "" ? null : { code: state, message: `The service centre says: ${reason}.`, key: "" };
      this.history.settle(place, state, parts & 0xff);
      this.tell(newsOf(id, command.to, state, parts, references, error, -1));
    }
  }

  private settle(sending: Sending, state: SendState, error: SendError | null): void {
    const { command, id, parts, references } = sending;
    this.history.settle(sending.place, state, references.length & 0xff);
    this.queue = this.queue.filter((other) => other !== sending);
    this.settled.push(newsOf(id, command.to, state, parts, references, error, -1));
    this.untold.push(sending);
    if (state !== "sent") this.reports.drop(sending);
  }

  /** @param size of what stands behind the history */
  private recall(size: int<0, 65535>, isFirst: boolean): void {
    const { flash } = this;
    const octets = new Uint8Array(size);
    flash.openKept("outbox");
    flash.readKept(this.history.end, octets);
    flash.closeKept();
    const { awaited, queue, untold } = unpackSendings(new TextDecoder().decode(octets));
    if (isFirst) for (const sending of untold) this.tellEnd(sending);
    for (const sending of queue) if (this.hasPlace(sending)) this.queue.push(sending);
    this.recallAwaited(awaited);
    // After a start, the first may have been sent.
    const [first] = this.queue;
    if (first !== undefined) this.settle(first, "unknown", POWER_FAILED);
  }

  /** It may have been told before the power failed: better twice than never, and no third time. */
  private tellEnd(sending: Sending): void {
    const { command, id, references } = sending;
    if (!this.hasPlace(sending)) return;
    const state = this.history.stateAt(sending.place);
    this.tell(newsOf(id, command.to, state, sending.parts, references, null, -1));
    this.isStale = true;
  }

  private recallAwaited(awaited: readonly Sending[]): void {
    for (const sending of awaited) if (this.hasPlace(sending)) this.reports.add(sending);
  }

  private hasPlace(sending: Sending): boolean {
    sending.place = this.history.find(this.keyOf(sending.name));
    if (sending.place >= 0) sending.parts = this.history.partsAt(sending.place);
    return sending.place >= 0;
  }

  private isDecidable(sending: Sending, now: Millis): boolean {
    const isTimed = sending.command.expires >= 0 && this.clock.seconds(now) < 0;
    return !isTimed || now - sending.since > CLOCK_WAIT_MS;
  }

  private isFull(command: SendCommand): boolean {
    let units = command.text.length;
    for (const sending of this.taken) units += sending.command.text.length;
    for (const sending of this.queue) units += sending.command.text.length;
    return this.waitingCount() >= QUEUE_MAX || units > QUEUE_UNITS_MAX;
  }

  /** In how many seconds one more is allowed; 0 now. */
  private secondsToLimit(now: Millis): number {
    const { perDay, perHour, perMinute } = this.rules;
    const minute = this.secondsUntil(perMinute, 60, now);
    const hour = this.secondsUntil(perHour, 3600, now);
    return Math.max(minute, hour, this.secondsUntil(perDay, 86400, now));
  }

  private secondsUntil(limit: number, windowS: number, now: Millis): number {
    return this.history.secondsUntil(limit, windowS, this.taken.length, this.clock.seconds(now), uptime(now));
  }

  private age(place: Place, now: Millis): number {
    return this.history.ageAt(place, this.clock.seconds(now), uptime(now));
  }

  private tellKnown(id: string, to: string, place: Place): void {
    const { history } = this;
    const partsSent = history.partsSentAt(place);
    const parts = history.partsAt(place);
    this.tell({
      id,
      to,
      state: history.stateAt(place),
      parts,
      partsSent,
      references: NO_NUMBERS,
      error: null,
      retryAfterS: -1,
    });
  }

  private tell(news: SendNews): void {
    if (this.news.length >= NEWS_MAX && news.state === "rejected") return;
    this.news.push(news);
  }

  private keyOf(name: string): ReadonlyUint8Array {
    return this.unhex(name) ?? encoder.encode(name);
  }

  private digest(text: string): string {
    return this.fingerprint(encoder.encode(text)).slice(0, 12);
  }
}

const NO_ANSWER: SendError = { code: "no_answer", message: "The modem did not say whether it was sent.", key: "" };
const POWER_FAILED: SendError = {
  code: "restart",
  message: "The gateway restarted before it knew whether it was sent.",
  key: "",
};
const FLASH_FAILED: SendError = {
  code: "flash",
  message: "The gateway's flash is full or cannot be written.",
  key: "",
};

function newsOf(
  id: string | null,
  to: string,
  state: SendState | "rejected",
  parts: number,
  references: readonly number[],
  error: SendError | null,
  retryAfterS: number,
): SendNews {
  return { id, to, state, parts, partsSent: references.length, references, error, retryAfterS };
}

function uptime(now: Millis): number {
  return Math.trunc(now / 1000);
}
