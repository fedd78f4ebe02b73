// What is known of the SIM's storage, and what is to be done about it. A message goes: found, published, read again and
// compared, deleted. It is deleted only after the broker has acknowledged it and while its slot holds that very PDU.
import type { Outcome } from "../at/dialogue.ts";
import { storageSize } from "../at/parse.ts";
import type { Millis } from "../millis.ts";
import { isOther, LISTING, type ModemClient, type ModemJob, OTHER_LISTING } from "../modem/jobs.ts";
import { concatenationOf } from "../pdu/concatenation.ts";
import { hasUserDataHeader, sentAtSeconds } from "../pdu/message-head.ts";
import { generationOf } from "./generation.ts";
import { isOfSame, nextPublication, oldestUnfinished, type Publication } from "./publication.ts";
import { Repeats } from "./repeats.ts";
import { NO_SLOT, StoredMessage } from "./stored-message.ts";

/** Unpublished messages in memory (some 250 octets each); the others stay on the SIM until there is room. */
const WAITING_MAX = 40;
/** The storage is listed so often even if nothing was announced: an announcement may be lost. */
const LIST_EVERY_MS = 30000;
/** The modem's own memory: what came before it was told to store on the SIM, or was moved there. */
const LIST_OTHER_EVERY_MS = 600000;
/** After an answer that was an error. */
const RETRY_AFTER_MS = 5000;
/** What leaves next is looked at again after so long: an unfinished message may have waited long enough. */
const LOOK_EVERY_MS = 1000;
/** Below so many free slots the network could not bring the rest of an unfinished message. */
const FREE_SLOTS_MIN = 3;
export class Inbox implements ModemClient {
  /** In the order in which they will be published. */
  private messages: StoredMessage[] = [];
  /** Slots that were announced and not read yet. */
  private announcedSlots: number[] = [];
  private isListWanted = true;
  private isListing = false;
  private isListingOther = false;
  private isOtherWanted = true;
  private otherListedAt: Millis = 0;
  private hasOverflow = false;
  private listedAt: Millis = 0;
  private failedAt: Millis = 0;
  private hasFailed = false;
  /** What the answer to the present read has shown. */
  private wasFound = false;
  /** When the modem was last given a job, or had done one. */
  private now: Millis = 0;
  /** What leaves next, as long as nothing changes. */
  private next: Publication | null = null;
  private isNextKnown = false;
  private lookedAt: Millis = 0;
  /** How many messages the SIM takes; 0 unknown. */
  slots: int<0, 99999> = 0;
  /** Slots with messages that are none of ours, by the last listing. */
  private foreignSlots: int<0, 99999> = 0;
  /** Parts that were published last, also before a restart. */
  readonly repeats = new Repeats();
  /** The parts on the flash are not those that should be there. */
  private isKeepDue = false;
  private canKeep = true;

  /**
   * @param fingerprint a text that stands for octets: equal if and only if they are
   * @param patienceMs so long after its last part an unfinished long message leaves as it is
   */
  constructor(
    private readonly fingerprint: (octets: ReadonlyUint8Array) => string,
    private readonly patienceMs: Millis,
  ) {}

  /** The next message for the broker; null for none. A listing's entries are put in order before any of them. */
  nextToPublish(now: Millis): Publication | null {
    if (this.isNextKnown && now - this.lookedAt < LOOK_EVERY_MS) return this.next;
    this.isNextKnown = true;
    this.lookedAt = now;
    const isSimCrowded = this.isSimCrowded();
    const isCrowded = this.waitingCount() >= WAITING_MAX || (isSimCrowded && !this.canKeep);
    this.next = nextPublication(this.messages, now, this.patienceMs, isCrowded);
    if (isSimCrowded && !isCrowded) this.wantKept();
    return this.next;
  }

  /** The parts of the oldest unfinished message leave the SIM for the flash. */
  private wantKept(): void {
    for (const message of oldestUnfinished(this.messages)) {
      if (message.isKept) continue;
      message.isKeepDue = true;
      this.isKeepDue = true;
    }
  }

  /** Whether parts are to be written to the flash. */
  isKeeping(): boolean {
    return this.isKeepDue;
  }

  /** All parts that are to be on the flash, each with its length before it. */
  partsToKeep(): ReadonlyUint8Array[] {
    const pieces: ReadonlyUint8Array[] = [];
    for (const { isKeepDue, isKept, pdu, state } of this.messages) {
      if (state === "waiting" && (isKeepDue || isKept)) pieces.push(Uint8Array.of(pdu.length & 0xff), pdu);
    }
    return pieces;
  }

  /** @param isKept whether they are there, read again: else the SIM's slots stay as they are */
  keptParts(isKept: boolean): void {
    this.isKeepDue = false;
    this.canKeep = isKept;
    this.isNextKnown = false;
    for (const message of this.messages) {
      if (message.isKeepDue && isKept) message.isKept = true;
      message.isKeepDue = false;
    }
  }

  /** @param image what partsToKeep() gave before the start */
  recallParts(image: ReadonlyUint8Array): void {
    let at = 0;
    while (at < image.length) {
      const end = at + 1 + (image[at] ?? 0);
      this.found(NO_SLOT, image.slice(at + 1, end));
      for (const message of this.messages) message.isKept = message.state === "waiting";
      at = end;
    }
  }

  /** The broker has acknowledged the message; repeats of its parts are done with it. */
  published(publication: Publication): void {
    const [first] = publication.messages;
    for (const message of this.messages) {
      const isRepeat = publication.parts > 1 && first !== undefined && isOfSame(message, first);
      if (isRepeat || publication.messages.includes(message)) this.settle(message);
    }
    this.messages = this.messages.filter((message) => message.state === "waiting" || !message.hasLostSlot);
    this.isNextKnown = false;
  }

  private settle(message: StoredMessage): void {
    message.state = "published";
    message.pdu = new Uint8Array(0);
    if (message.isKept) this.isKeepDue = true;
    message.isKept = false;
    const name = nameOf(message);
    if (message.parts === 1 || this.repeats.has(name)) return;
    this.repeats.add(name);
    message.isRecorded = false;
  }

  /** It is recorded, or cannot be. */
  recorded(): void {
    this.repeats.recorded();
    for (const message of this.messages) message.isRecorded = true;
  }

  /** Unfinished messages take the slots that the network needs to bring the rest. */
  private isSimCrowded(): boolean {
    let used = this.foreignSlots;
    for (const message of this.messages)
      if (!message.hasLostSlot && !message.mayLeaveSlot() && !isOther(message.slot)) used += 1;
    return this.slots > 0 && this.slots - used < FREE_SLOTS_MIN;
  }

  /** Slots of the SIM that hold something, as far as it is known. */
  usedSlots(): number {
    let used = this.foreignSlots;
    for (const message of this.messages) if (!message.hasLostSlot) used += 1;
    return used;
  }

  /** Whether the modem has been asked for a message, or is about to be. */
  isExpecting(): boolean {
    return this.announcedSlots.length > 0 || this.wasFound;
  }

  /** Messages that wait for the broker. */
  waitingCount(): number {
    let count = 0;
    for (const message of this.messages) if (message.state === "waiting") count += 1;
    return count;
  }

  nextJob(now: Millis): ModemJob | null {
    this.now = now;
    this.wasFound = false;
    const announced = this.announcedSlots[0];
    if (announced !== undefined) return { kind: "read", slot: announced };
    if (this.hasFailed && now - this.failedAt < RETRY_AFTER_MS) return null;
    const checked = this.messages.find((message) => message.isSlotChecked);
    if (checked !== undefined) return { kind: "delete", slot: checked.slot };
    if (this.wantsListing(now)) return this.beginListing(now, false);
    const done = this.messages.find((message) => message.mayLeaveSlot());
    if (done !== undefined) return { kind: "read", slot: done.slot };
    const isOtherDue = this.isOtherWanted || now - this.otherListedAt >= LIST_OTHER_EVERY_MS;
    return isOtherDue && !this.hasOverflow ? this.beginListing(now, true) : null;
  }

  /** After an overflow the storage is listed again once there is room and the known messages have left it. */
  private wantsListing(now: Millis): boolean {
    const isDue = now - this.listedAt >= LIST_EVERY_MS;
    if (!this.hasOverflow) return this.isListWanted || isDue;
    return this.waitingCount() === 0 && (isDue || this.messages.length === 0);
  }

  private beginListing(now: Millis, isOtherMemory: boolean): ModemJob {
    this.isListing = true;
    this.isListingOther = isOtherMemory;
    for (const message of this.messages) if (isOther(message.slot) === isOtherMemory) message.isListed = false;
    if (isOtherMemory) {
      this.isOtherWanted = false;
      this.otherListedAt = now;
      return { kind: "list", slot: OTHER_LISTING };
    }
    this.isListWanted = false;
    this.hasOverflow = false;
    this.listedAt = now;
    this.foreignSlots = 0;
    return { kind: "list", slot: LISTING };
  }

  /** A message goes after those that were known before, and among those of a listing in the order of their time. */
  found(slot: number, pdu: ReadonlyUint8Array): void {
    this.wasFound = true;
    const fingerprint = this.fingerprint(pdu);
    const known = this.messageIn(slot);
    if (known !== null && known.fingerprint === fingerprint) {
      known.isListed = true;
      known.isSlotChecked = known.mayLeaveSlot();
      return;
    }
    if (known !== null) this.loseSlot(known);
    if (this.isOnFlash(slot, fingerprint)) return;
    if (this.waitingCount() >= WAITING_MAX) {
      this.hasOverflow = true;
      return;
    }
    // Its time only tells the order of a listing, and the parts of one message from those of another.
    const isTimeNeeded = this.isListing || hasUserDataHeader(pdu);
    const message = new StoredMessage(slot, pdu, fingerprint, isTimeNeeded ? sentAtSeconds(pdu) : 0);
    message.foundAt = this.now;
    message.isOrdered = !this.isListing;
    this.assign(message);
    this.isNextKnown = false;
    const later = this.messages.filter((other) => !other.isOrdered && isBefore(message, other));
    this.messages = this.messages.filter((other) => other.isOrdered || !isBefore(message, other));
    this.messages.push(message);
    for (const other of later) this.messages.push(other);
  }

  /** A part that is on the flash as well, as after a power cut, leaves its slot. */
  private isOnFlash(slot: number, fingerprint: string): boolean {
    const kept = this.messages.find((message) => message.isKept && message.fingerprint === fingerprint);
    if (kept === undefined || !kept.hasLostSlot) return false;
    kept.slot = slot;
    kept.hasLostSlot = slot === NO_SLOT;
    kept.isListed = true;
    kept.isSlotChecked = kept.mayLeaveSlot();
    return true;
  }

  /** Says of a part which long message it belongs to; of a repeat that it is published already. */
  private assign(message: StoredMessage): void {
    const concatenation = concatenationOf(message.pdu);
    if (concatenation === null) return;
    message.group = this.fingerprint(concatenation.group).slice(0, 12);
    message.part = concatenation.part;
    message.parts = concatenation.parts;
    message.generation = generationOf(message, this.messages);
    if (this.repeats.has(nameOf(message))) this.settle(message);
  }

  /** The modem says how many messages its storage takes. */
  sized(line: string): void {
    this.slots = storageSize(line);
    this.isOtherWanted = true;
  }

  foundForeign(slot: number): void {
    this.wasFound = true;
    if (this.isListing && !isOther(slot)) this.foreignSlots = (this.foreignSlots + 1) & 0xff;
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
    this.isOtherWanted = true;
  }

  finished(job: ModemJob, outcome: Outcome, now: Millis): void {
    this.now = now;
    // Not every modem has a memory of its own.
    this.hasFailed = outcome === "error" && !isOther(job.slot);
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

  /** To be called when nothing is going on: domain/anew.ts. */
  renew(): void {
    this.messages = this.messages.slice();
    this.announcedSlots = this.announcedSlots.slice();
    this.repeats.renew();
  }

  private finishListing(outcome: Outcome): void {
    this.endListing();
    const { isListingOther } = this;
    if (outcome !== "ok") {
      if (!isListingOther) this.isListWanted = true;
      return;
    }
    const gone = this.messages.filter((message) => !message.isListed && isOther(message.slot) === isListingOther);
    for (const message of gone) this.loseSlot(message);
  }

  private endListing(): void {
    this.isListing = false;
    for (const message of this.messages) message.isOrdered = true;
    this.isNextKnown = false;
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
    if (known === null || !known.isSlotChecked) return;
    known.isSlotChecked = false;
    if (outcome === "ok") this.loseSlot(known);
  }

  private messageIn(slot: number): StoredMessage | null {
    if (slot === NO_SLOT) return null;
    return this.messages.find((message) => message.slot === slot && !message.hasLostSlot) ?? null;
  }

  /** An unpublished message stays until it is published; another has no more business here. */
  private loseSlot(message: StoredMessage): void {
    message.hasLostSlot = true;
    message.isSlotChecked = false;
    if (message.state !== "waiting") this.forget(message);
  }

  private forget(message: StoredMessage): void {
    this.messages = this.messages.filter((other) => other !== message);
  }
}

/** Enough of a fingerprint to know a message by. */
function nameOf(message: StoredMessage): string {
  return message.fingerprint.slice(0, 24);
}

/** By the service centre's time; what that cannot tell apart, by slot. */
function isBefore(one: StoredMessage, other: StoredMessage): boolean {
  if (one.sentAtSeconds !== other.sentAtSeconds) return one.sentAtSeconds < other.sentAtSeconds;
  return one.slot < other.slot;
}
