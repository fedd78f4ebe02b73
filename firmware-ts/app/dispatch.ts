// Sending as the rest of the gateway knows it. The outbox is opened when there is something for it, and closed when it has
// nothing left to do: its code is large and seldom needed, so it is loaded before, part by part, and forgotten after.
import type { Command } from "../domain/command-queue.ts";
import type { Seal } from "../domain/end-to-end/seal.ts";
import type { Inbox } from "../domain/inbox/inbox.ts";
import type { Millis } from "../domain/millis.ts";
import type { ModemSender } from "../domain/modem/submission.ts";
import { openOutbox } from "../domain/outbox/open-outbox.late.ts";
import type { Outbox, SendNews } from "../domain/outbox/outbox.ts";
import { kindOf } from "../domain/pdu/message-head.ts";
import type { SubmitPdu } from "../domain/pdu/submit.ts";
import type { WallClock } from "../domain/wall-clock.ts";
import type { Journal } from "../ports/journal.ts";
import type { LateCode } from "../ports/late-code.ts";
import type { Octets } from "../ports/octets.ts";

/** After its last work it stays open for so long. */
const OPEN_MS = 5000;
const COUNT_MASK = 0x3fffffff;
/** How a payload of domain/ begins, and where the digits after it end. */
const ID_BEGINS = '{"id":"';
const ID_END = 19;
/** The end of what Outbox.record() gives when nothing waits. */
export const NOTHING_WAITS = "[[],[],[]]";

export class Dispatch implements ModemSender {
  private outbox: Outbox | null = null;
  /** A command that the code is being loaded for. */
  private command: Command | null = null;
  /** Some of the code is there. */
  private isBegun = false;
  /** Something on the flash was not finished before the start. */
  private isLeftOver: boolean;
  /** What is on the flash was written before the start. */
  private isFirst = true;
  /** What the outbox left when it was closed. */
  private awaited = "";
  /** Status reports that nobody has looked at. */
  private reports: ReadonlyUint8Array[] = [];
  /** Those of nothing that was sent from here, as payloads of messages that have come. */
  private strays: string[] = [];
  private sentBefore = 0;
  private usedAt: Millis = 0;

  constructor(
    private readonly code: LateCode,
    private readonly rules: string,
    private readonly clock: WallClock,
    private readonly octets: Octets,
    private readonly unhex: (text: string) => ReadonlyUint8Array | null,
    private readonly journal: Journal,
    private readonly inbox: Inbox,
    private readonly seal: Seal | null,
  ) {
    this.isLeftOver = isLeftOver(journal);
  }

  /** The last one is answered first: so of a flood nothing but what has arrived stands on the heap. */
  takesCommands(): boolean {
    return this.command === null && this.nextNews() === null;
  }

  /** A command has come. */
  take(command: Command): void {
    this.command = command;
  }

  /** Whether there is something that the code is to be loaded for. */
  wantsCode(): boolean {
    return this.outbox === null && (this.isLeftOver || this.command !== null || this.reports.length > 0);
  }

  /** Whether some of its code is there. */
  hasCode(): boolean {
    return this.isBegun;
  }

  /** Looks at what has come by the modem, and closes what is not used. @param mayLoad there is room for its code */
  poll(now: Millis, mayLoad: boolean): void {
    if (this.wantsCode() && (mayLoad || this.isBegun)) {
      this.isBegun = true;
      this.usedAt = now;
      if (this.code.loadNext()) this.outbox = this.open();
    }
    const { outbox } = this;
    if (outbox === null) return;
    this.work(outbox, now);
    if (!outbox.isIdle()) this.usedAt = now;
    else if (now - this.usedAt >= OPEN_MS) this.close(outbox);
  }

  /** Closes what it can, as its place on the heap is wanted. */
  closeIdle(): void {
    if (this.outbox?.isIdle() === true) this.close(this.outbox);
  }

  /** Closes it also when there is something to tell, which is told when it is opened again. */
  leave(): void {
    if (this.outbox?.isLeavable() !== true) return;
    this.isLeftOver = this.outbox.nextNews() !== null;
    this.close(this.outbox);
  }

  nextNews(): SendNews | null {
    return this.outbox === null ? null : this.outbox.nextNews();
  }

  told(): void {
    this.outbox?.told();
  }

  nextStray(): string | null {
    return this.strays[0] ?? null;
  }

  strayTold(): void {
    this.strays.shift();
  }

  /** Messages that wait to be sent. */
  waitingCount(): number {
    return (this.command === null ? 0 : 1) + (this.outbox === null ? 0 : this.outbox.waitingCount());
  }

  /** Messages that the network has taken whole, since the start. */
  sentCount(): number {
    return (this.sentBefore + (this.outbox?.sentCount ?? 0)) & COUNT_MASK;
  }

  isWaiting(now: Millis): boolean {
    return this.outbox?.isWaiting(now) ?? false;
  }

  /** @returns whether it is on the flash */
  record(now: Millis): boolean {
    const isKept = this.outbox === null || this.outbox.record(now);
    if (isKept) this.isFirst = false;
    return isKept;
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

  /** Gives it what has come. */
  private work(outbox: Outbox, now: Millis): void {
    const report = this.reports.shift();
    if (report !== undefined) this.report(outbox, report);
    if (this.command !== null) outbox.take(this.command, now);
    this.command = null;
  }

  private report(outbox: Outbox, pdu: ReadonlyUint8Array): void {
    if (!outbox.reported(pdu)) this.inbox.delivered(pdu);
    const stray = outbox.takeStray();
    if (stray === null) return;
    this.strays.push(this.seal === null ? stray : `${ID_BEGINS}${this.seal.idOf([pdu])}${stray.slice(ID_END)}`);
  }

  private open(): Outbox {
    const { awaited, clock, isFirst, journal, octets, rules, unhex } = this;
    this.isLeftOver = false;
    return openOutbox(rules, clock, (each) => octets.fingerprint(each), unhex, journal, isFirst, awaited);
  }

  private close(outbox: Outbox): void {
    this.sentBefore = (this.sentBefore + outbox.sentCount) & COUNT_MASK;
    const left = outbox.left();
    // That of its code would lie where the code lay.
    this.awaited = left === NOTHING_WAITS ? NOTHING_WAITS : left;
    this.outbox = null;
    this.isBegun = false;
    this.code.forget();
  }
}

/** Whether something on the flash waits. */
function isLeftOver(journal: Journal): boolean {
  const size = journal.keptSize("outbox");
  if (size < NOTHING_WAITS.length || !journal.openKept("outbox")) return false;
  const end = new Uint8Array(NOTHING_WAITS.length);
  journal.readKept(size - NOTHING_WAITS.length, end);
  journal.closeKept();
  for (const [i, octet] of end.entries()) if (octet !== NOTHING_WAITS.charCodeAt(i)) return true;
  return false;
}
