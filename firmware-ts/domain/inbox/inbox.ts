// What is known of the SIM's storage, and what is to be done about it. A message goes: found, published, read again and
// compared, deleted. It is deleted only after the broker has acknowledged it and while its slot holds that very PDU.
import type { Outcome } from "../at/dialogue.ts";
import type { Millis } from "../millis.ts";
import type { ModemClient, ModemJob } from "../modem/jobs.ts";
import { concatenationOf } from "../pdu/concatenation.ts";
import { hasUserDataHeader, sentAtSeconds } from "../pdu/decode.ts";
import { isOfSame, nextPublication, type Publication } from "./publication.ts";
import { NO_SLOT, StoredMessage } from "./stored-message.ts";

/** Unpublished messages in memory (some 250 octets each); the others stay on the SIM until there is room. */
const WAITING_MAX = 40;
/** The storage is listed so often even if nothing was announced: an announcement may be lost. */
const LIST_EVERY_MS = 30000;
/** After an answer that was an error. */
const RETRY_AFTER_MS = 5000;
/** What leaves next is looked at again after so long: an unfinished message may have waited long enough. */
const LOOK_EVERY_MS = 1000;
/** Below so many free slots the network could not bring the rest of an unfinished message. */
const FREE_SLOTS_MIN = 3;
/** Parts of one message are sent within minutes; a reference that comes again after so long is another message's. */
const SAME_MESSAGE_S_MAX = 3600;
/** Of so many published parts it is known that a repeat of them is one. */
const REPEATS_MAX = 16;

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
  /** When the modem was last given a job, or had done one. */
  private now: Millis = 0;
  /** What leaves next, as long as nothing changes. */
  private next: Publication | null = null;
  private isNextKnown = false;
  private lookedAt: Millis = 0;
  /** How many messages the SIM holds; 0 unknown. */
  private slots = 0;
  /** Slots with messages that are none of ours, by the last listing. */
  private foreignSlots = 0;
  /** Names of the parts that were published last, also before a restart. */
  private repeats: string[] = [];
  /** How many of them, the last ones, are not recorded yet. */
  private unrecorded = 0;

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
    this.next = nextPublication(this.messages, now, this.patienceMs, this.isCrowded());
    return this.next;
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
    const name = nameOf(message);
    if (message.parts === 1 || this.repeats.includes(name)) return;
    this.repeats.push(name);
    this.unrecorded += 1;
    message.isRecorded = false;
  }

  /** Whether something is to be recorded before the slots of a published long message are freed. */
  isWaiting(): boolean {
    return this.unrecorded > 0;
  }

  /**
   * Which parts were published last; "" none. A power cut before the last of them is deleted would leave what would be
   * taken for an unfinished message.
   */
  record(): string {
    if (this.repeats.length === 0) return "";
    while (this.repeats.length > REPEATS_MAX && this.repeats.length > this.unrecorded) this.repeats.shift();
    return `P ${this.repeats.join(" ")}`;
  }

  /** It is recorded, or cannot be. */
  recorded(): void {
    this.unrecorded = 0;
    for (const message of this.messages) message.isRecorded = true;
  }

  /** @param records of before the start, the oldest first; the last one counts */
  recall(records: readonly string[]): void {
    for (const record of records) if (record.startsWith("P ")) this.repeats = record.slice(2).split(" ");
  }

  /** Unfinished messages take what the others need: memory, or the SIM's slots. */
  private isCrowded(): boolean {
    if (this.waitingCount() >= WAITING_MAX) return true;
    let used = this.foreignSlots;
    for (const message of this.messages) if (!message.hasLostSlot) used += 1;
    return this.slots > 0 && this.slots - used < FREE_SLOTS_MIN;
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
    const checked = this.messages.find((message) => message.state === "checked");
    if (checked !== undefined) return { kind: "delete", slot: checked.slot };
    if (this.wantsListing(now)) return this.beginListing(now);
    const published = this.messages.find((message) => message.state === "published" && message.isRecorded);
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
    this.foreignSlots = 0;
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

  /** Says of a part which long message it belongs to; of a repeat that it is published already. */
  private assign(message: StoredMessage): void {
    const concatenation = concatenationOf(message.pdu);
    if (concatenation === null) return;
    message.group = this.fingerprint(concatenation.group).slice(0, 12);
    message.part = concatenation.part;
    message.parts = concatenation.parts;
    let newest: int<-1, 65534> = -1;
    for (const other of this.messages) {
      if (other.group === message.group && other.generation > newest) newest = other.generation & 0x7fff;
    }
    message.generation = newest + 1;
    for (let generation = newest; generation >= 0; generation--) {
      if (!this.fits(message, generation)) continue;
      message.generation = generation;
      break;
    }
    if (this.repeats.includes(nameOf(message))) this.settle(message);
  }

  /** Whether a part can belong to the message of this generation, as far as its other parts tell. */
  private fits(message: StoredMessage, generation: number): boolean {
    return this.messages.every((other) => {
      if (other.group !== message.group || other.generation !== generation) return true;
      const isLate = Math.abs(other.sentAtSeconds - message.sentAtSeconds) > SAME_MESSAGE_S_MAX;
      if (isLate && other.sentAtSeconds > 0 && message.sentAtSeconds > 0) return false;
      return other.state === "waiting" && (other.part !== message.part || other.fingerprint === message.fingerprint);
    });
  }

  /** The modem says how many messages its storage takes. */
  sized(slots: number): void {
    this.slots = slots;
  }

  foundForeign(slot: number): void {
    this.wasFound = true;
    if (this.isListing) this.foreignSlots += 1;
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
    this.now = now;
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

/** Enough of a fingerprint to know a message by. */
function nameOf(message: StoredMessage): string {
  return message.fingerprint.slice(0, 24);
}

/** By the service centre's time; what that cannot tell apart, by slot. */
function isBefore(one: StoredMessage, other: StoredMessage): boolean {
  if (one.sentAtSeconds !== other.sentAtSeconds) return one.sentAtSeconds < other.sentAtSeconds;
  return one.slot < other.slot;
}
