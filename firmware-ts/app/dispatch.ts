// Sending as the rest of the gateway knows it. The outbox is opened when there is something for it, and closed when it has
// nothing left to do: its code is large, and seldom needed.
import type { Command } from "../domain/command-queue.ts";
import type { Inbox } from "../domain/inbox/inbox.ts";
import type { Millis } from "../domain/millis.ts";
import type { ModemSender } from "../domain/modem/submission.ts";
import type { Outbox, SendNews } from "../domain/outbox/outbox.ts";
import type { SendRules } from "../domain/outbox/send-rules.ts";
import { kindOf } from "../domain/pdu/decode.ts";
import type { SubmitPdu } from "../domain/pdu/submit.ts";
import type { WallClock } from "../domain/wall-clock.ts";
import type { Journal } from "../ports/journal.ts";
import type { Octets } from "../ports/octets.ts";
import { openOutbox } from "./open-outbox.ts";

/** After its last work it stays open for so long. */
const OPEN_MS = 5000;
const COUNT_MASK = 0x3fffffff;

export class Dispatch implements ModemSender {
  private outbox: Outbox | null = null;
  /** There may be something on the flash that was not finished before the start. */
  private isFirst = true;
  /** What the outbox left when it was closed. */
  private awaited = "";
  /** Status reports that nobody has looked at. */
  private reports: ReadonlyUint8Array[] = [];
  private sentBefore = 0;
  private usedAt: Millis = 0;

  constructor(
    private readonly rules: SendRules,
    private readonly clock: WallClock,
    private readonly octets: Octets,
    private readonly unhex: (text: string) => ReadonlyUint8Array | null,
    private readonly journal: Journal,
    private readonly inbox: Inbox,
  ) {}

  /** A command has come. */
  take(command: Command, now: Millis): void {
    this.opened(now).take(command, now);
  }

  /** Looks at what has come by the modem, and closes what is not used. */
  poll(now: Millis): void {
    const report = this.reports.shift();
    if (report !== undefined && !this.opened(now).reported(report)) this.inbox.delivered(report);
    if (this.isFirst) this.opened(now);
    const { outbox } = this;
    if (outbox === null) return;
    if (!outbox.isIdle()) this.usedAt = now;
    else if (now - this.usedAt >= OPEN_MS && this.reports.length === 0) this.close(outbox);
  }

  nextNews(): SendNews | null {
    return this.outbox === null ? null : this.outbox.nextNews();
  }

  told(): void {
    this.outbox?.told();
  }

  /** Messages that wait to be sent. */
  waitingCount(): number {
    return this.outbox === null ? 0 : this.outbox.waitingCount();
  }

  /** Messages that the network has taken whole, since the start. */
  sentCount(): number {
    return (this.sentBefore + (this.outbox?.sentCount ?? 0)) & COUNT_MASK;
  }

  isWaiting(now: Millis): boolean {
    return this.outbox?.isWaiting(now) ?? false;
  }

  record(now: Millis): ReadonlyUint8Array[] {
    return this.outbox === null ? [] : this.outbox.record(now);
  }

  recorded(isKept: boolean): void {
    this.outbox?.recorded(isKept);
  }

  nextPart(now: Millis): SubmitPdu | null {
    return this.outbox === null ? null : this.outbox.nextPart(now);
  }

  took(reference: u8, now: Millis): void {
    this.outbox?.took(reference, now);
  }

  refused(line: string, now: Millis): void {
    this.outbox?.refused(line, now);
  }

  unanswered(now: Millis): void {
    this.outbox?.unanswered(now);
  }

  /** It is looked at in a turn of its own. */
  reported(pdu: ReadonlyUint8Array): boolean {
    if (kindOf(pdu) !== "report") return false;
    this.reports.push(pdu);
    return true;
  }

  private opened(now: Millis): Outbox {
    const opened = this.outbox ?? this.open();
    this.outbox = opened;
    this.usedAt = now;
    return opened;
  }

  private open(): Outbox {
    const { awaited, clock, isFirst, journal, octets, rules, unhex } = this;
    this.isFirst = false;
    const image = journal.kept("outbox");
    return openOutbox(rules, clock, (each) => octets.fingerprint(each), unhex, image, isFirst, awaited);
  }

  private close(outbox: Outbox): void {
    this.sentBefore = (this.sentBefore + outbox.sentCount) & COUNT_MASK;
    this.awaited = outbox.left();
    this.outbox = null;
  }
}
