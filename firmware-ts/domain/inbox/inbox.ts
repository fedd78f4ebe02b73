// What is known of the SIM's storage, and what is to be done about it. A message goes: found, published, read again and
// compared, deleted. It is deleted only after the broker has acknowledged it and while its slot holds that very PDU.
import type { Outcome } from "../at/dialogue.ts";
import type { Millis } from "../millis.ts";
import type { ModemClient, ModemJob } from "../modem/jobs.ts";
import { sentAtSeconds } from "../pdu/decode.ts";
import { NO_SLOT, StoredMessage } from "./stored-message.ts";

/** Unpublished messages in memory (some 250 octets each); the others stay on the SIM until there is room. */
const WAITING_MAX = 40;
/** The storage is listed so often even if nothing was announced: an announcement may be lost. */
const LIST_EVERY_MS = 30000;
/** After an answer that was an error. */
const RETRY_AFTER_MS = 5000;

export class Inbox implements ModemClient {
  /** In the order in which they will be published. */
  private messages: StoredMessage[] = [];
  /** Slots that were announced and not read yet. */
  private announcedSlots: number[] = [];
  private isListWanted = true;
  private isListing = false;
  private hasOverflow = false;
  private listedAt: Millis = 0;
  private failedAt: Millis = 0;
  private hasFailed = false;
  /** What the answer to the present read has shown. */
  private wasFound = false;

  /** @param fingerprint a text that stands for a PDU: equal if and only if the octets are */
  constructor(private readonly fingerprint: (pdu: ReadonlyUint8Array) => string) {}

  /** The next message for the broker; null for none. A listing's entries are put in order before any of them. */
  nextToPublish(): StoredMessage | null {
    return this.messages.find((message) => message.state === "waiting" && message.isOrdered) ?? null;
  }

  /** The broker has acknowledged the message. */
  published(message: StoredMessage): void {
    message.state = "published";
    message.pdu = new Uint8Array(0);
    if (message.hasLostSlot) this.forget(message);
  }

  /** Messages that wait for the broker. */
  waitingCount(): number {
    let count = 0;
    for (const message of this.messages) if (message.state === "waiting") count += 1;
    return count;
  }

  nextJob(now: Millis): ModemJob | null {
    this.wasFound = false;
    const announced = this.announcedSlots[0];
    if (announced !== undefined) return { kind: "read", slot: announced };
    if (this.hasFailed && now - this.failedAt < RETRY_AFTER_MS) return null;
    const checked = this.messages.find((message) => message.state === "checked");
    if (checked !== undefined) return { kind: "delete", slot: checked.slot };
    if (this.wantsListing(now)) return this.beginListing(now);
    const published = this.messages.find((message) => message.state === "published");
    return published === undefined ? null : { kind: "read", slot: published.slot };
  }

  /** After an overflow the storage is listed again once there is room and the known messages have left it. */
  private wantsListing(now: Millis): boolean {
    const isDue = now - this.listedAt >= LIST_EVERY_MS;
    if (!this.hasOverflow) return this.isListWanted || isDue;
    return this.waitingCount() === 0 && (isDue || this.messages.length === 0);
  }

  private beginListing(now: Millis): ModemJob {
    this.isListWanted = false;
    this.hasOverflow = false;
    this.isListing = true;
    this.listedAt = now;
    for (const message of this.messages) message.isListed = false;
    return { kind: "list", slot: NO_SLOT };
  }

  /** A message goes after those that were known before, and among those of a listing in the order of their time. */
  found(slot: number, pdu: ReadonlyUint8Array): void {
    this.wasFound = true;
    const fingerprint = this.fingerprint(pdu);
    const known = this.messageIn(slot);
    if (known !== null && known.fingerprint === fingerprint) {
      known.isListed = true;
      if (known.state === "published") known.state = "checked";
      return;
    }
    if (known !== null) this.loseSlot(known);
    if (this.waitingCount() >= WAITING_MAX) {
      this.hasOverflow = true;
      return;
    }
    const message = new StoredMessage(slot, pdu, fingerprint, sentAtSeconds(pdu));
    message.isOrdered = !this.isListing;
    const later = this.messages.filter((other) => !other.isOrdered && isBefore(message, other));
    this.messages = this.messages.filter((other) => other.isOrdered || !isBefore(message, other));
    this.messages.push(message);
    for (const other of later) this.messages.push(other);
  }

  foundForeign(slot: number): void {
    this.wasFound = true;
    const known = this.messageIn(slot);
    if (known !== null) this.loseSlot(known);
  }

  doubtful(slot: number): void {
    const known = this.messageIn(slot);
    if (known !== null) known.isListed = true;
    else this.announced(slot);
  }

  announced(slot: number): void {
    if (this.announcedSlots.includes(slot)) return;
    if (this.announcedSlots.length >= WAITING_MAX) this.isListWanted = true;
    else this.announcedSlots.push(slot);
  }

  delivered(pdu: ReadonlyUint8Array): void {
    this.found(NO_SLOT, pdu);
  }

  distrust(): void {
    this.isListWanted = true;
  }

  interrupted(job: ModemJob): void {
    if (job.kind === "list") this.endListing();
    this.isListWanted = true;
  }

  finished(job: ModemJob, outcome: Outcome, now: Millis): void {
    this.hasFailed = outcome === "error";
    this.failedAt = now;
    switch (job.kind) {
      case "list":
        this.finishListing(outcome);
        break;
      case "read":
        this.finishRead(job.slot, outcome);
        break;
      default:
        this.finishDeletion(job.slot, outcome);
        break;
    }
  }

  private finishListing(outcome: Outcome): void {
    this.endListing();
    if (outcome !== "ok") {
      this.isListWanted = true;
      return;
    }
    const gone = this.messages.filter((message) => !message.isListed);
    for (const message of gone) this.loseSlot(message);
  }

  private endListing(): void {
    this.isListing = false;
    for (const message of this.messages) message.isOrdered = true;
  }

  /** An empty slot is a bare OK or the error 321, depending on the modem: what was there is gone. */
  private finishRead(slot: number, outcome: Outcome): void {
    if (outcome === "damaged") return;
    this.announcedSlots = this.announcedSlots.filter((other) => other !== slot);
    const known = this.messageIn(slot);
    if (outcome === "error") this.isListWanted = true;
    else if (known !== null && !this.wasFound) this.loseSlot(known);
  }

  /** A deletion that failed begins again with a look at the slot. */
  private finishDeletion(slot: number, outcome: Outcome): void {
    const known = this.messageIn(slot);
    if (known === null || known.state !== "checked") return;
    if (outcome === "ok") this.forget(known);
    else known.state = "published";
  }

  private messageIn(slot: number): StoredMessage | null {
    if (slot === NO_SLOT) return null;
    return this.messages.find((message) => message.slot === slot && !message.hasLostSlot) ?? null;
  }

  /** An unpublished message stays until it is published; another has no more business here. */
  private loseSlot(message: StoredMessage): void {
    message.hasLostSlot = true;
    if (message.state !== "waiting") this.forget(message);
  }

  private forget(message: StoredMessage): void {
    this.messages = this.messages.filter((other) => other !== message);
  }
}

/** By the service centre's time; what that cannot tell apart, by slot. */
function isBefore(one: StoredMessage, other: StoredMessage): boolean {
  if (one.sentAtSeconds !== other.sentAtSeconds) return one.sentAtSeconds < other.sentAtSeconds;
  return one.slot < other.slot;
}
