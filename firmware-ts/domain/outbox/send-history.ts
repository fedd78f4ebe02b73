// The commands that were accepted, the newest 256 or as many as may be sent in a day: by it none is executed twice, and
// the limits hold, over restarts too. It stays on the flash, where it is searched a piece at a time: at 1,000 a day it has
// 13 KB, which beside the code for sending and reading is more than a board can spare. Here is only what has changed since
// it was written.
//
// It begins with two octets each for how many entries there is room, how many there are, and where the next one goes. An
// entry, 13 octets: 6 of a hash that stands for the command, its state, how many parts it has, how many of them were
// sent, and 4 for when it was accepted: seconds since the beginning of 2000, or with the highest bit set seconds of this
// run, where the time was not known. After a restart such a time counts as that of the start: what passed while the
// board was off and the time unknown does not count.
import type { KeptOctets } from "../kept-octets.ts";

export type SendState = "accepted" | "sent" | "failed" | "expired" | "unknown" | "delivered" | "undelivered";

const STATES: readonly SendState[] = ["accepted", "sent", "failed", "expired", "unknown", "delivered", "undelivered"];

export const ENTRIES_MIN = 256;
export const KEY_OCTETS = 6;
const STATE = 6;
const PARTS = 7;
const SENT = 8;
const STAMP = 9;
const ENTRY_OCTETS = 13;
const HEAD_OCTETS = 6;
const OF_A_RUN = 0x80000000;
/** So many entries are read at a time. */
const PIECE_ENTRIES = 64;
const ADDED_MAX = 65535;
/** What cannot be written is forgotten when it is more. */
const CHANGED_MAX = 32;
const NAME = "outbox";
type Count = int<0, 65535>;
/** The number of an entry, in the order in which they were added; -1 none. */
export type Place = int<-1, 1200000000>;
const FIRST_MASK = 0x3fffffff;

export class SendHistory {
  /** Where on the flash the history ends; 0 when there is none. */
  readonly end: Count;
  /** The number of the oldest entry on the flash, and how many are there. */
  private first: int<0, 0x3fffffff> = 0;
  private kept: Count = 0;
  /** On the flash: for how many there is room, and where the oldest one stands. */
  private slots: Count;
  private start: Count = 0;
  /** So many of those on the flash were written in an earlier run. */
  private old: Count = 0;
  /** What has come since it was written. */
  private added: Uint8Array[] = [];
  /** What became meanwhile of those on the flash: the number of each, and its state and sent parts in two octets. */
  private readonly settled: Place[] = [];
  private readonly ends: u16[] = [];
  private readonly piece = new Uint8Array(PIECE_ENTRIES * ENTRY_OCTETS);
  /** The next piece of the image: the head before those on the flash and those that have come. */
  private imageAt: int<-1, 200000> = -1;

  /**
   * @param capacity ENTRIES_MIN at least
   * @param size of what is kept on the flash, the history and what stands behind it; 0 nothing
   * @param isOld it is of an earlier run: times of that run mean nothing in this one
   */
  constructor(
    private readonly capacity: int<0, 2000>,
    private readonly flash: KeptOctets,
    size: Count,
    isOld: boolean,
  ) {
    const head = new Uint8Array(HEAD_OCTETS);
    this.slots = 0;
    this.end = 0;
    if (size < HEAD_OCTETS || this.read(0, head) < HEAD_OCTETS) return;
    const slots = wordAt(head, 0);
    const count = wordAt(head, 2);
    const end = HEAD_OCTETS + slots * ENTRY_OCTETS;
    if (count > slots || end > size) return;
    this.end = Math.min(end, 65535);
    this.slots = slots;
    this.kept = count;
    this.start = Math.max((wordAt(head, 4) + slots - count) % Math.max(slots, 1), 0);
    if (isOld) this.old = count;
  }

  /** Where the newest command with this key stands; -1 for none. */
  find(key: ReadonlyUint8Array): Place {
    const { added } = this;
    for (let i = added.length - 1; i >= 0; i--) {
      const entry = added[i];
      if (entry !== undefined && isAt(entry, 0, key)) return this.first + this.kept + Math.min(i, ADDED_MAX);
    }
    if (this.kept === 0 || !this.flash.openKept(NAME)) return -1;
    const found = this.findKept(key);
    this.flash.closeKept();
    return found;
  }

  /** @param utc in seconds since the beginning of 2000; -1 unknown @param uptime in seconds @returns where it stands */
  add(key: ReadonlyUint8Array, parts: u8, utc: number, uptime: number): Place {
    const entry = new Uint8Array(ENTRY_OCTETS);
    entry.set(key.subarray(0, KEY_OCTETS), 0);
    entry[PARTS] = parts;
    putStamp(entry, 0, utc < 0 ? uptime : utc, utc >= 0);
    const place = this.next();
    this.added.push(entry);
    return place;
  }

  /** The newest ones were not accepted after all; they count for the limits. */
  forget(place: Place): void {
    this.added[place - this.first - this.kept]?.fill(0, 0, KEY_OCTETS);
  }

  stateAt(place: Place): SendState {
    return STATES[this.entry(place)[STATE] ?? 0] ?? "unknown";
  }

  partsAt(place: Place): number {
    return this.entry(place)[PARTS] ?? 0;
  }

  partsSentAt(place: Place): number {
    return this.entry(place)[SENT] ?? 0;
  }

  /** Without a look at the flash, as it may be while the modem waits. */
  settle(place: Place, state: SendState, partsSent: u8): void {
    this.settled.push(place);
    this.ends.push(((STATES.indexOf(state) & 0x0f) << 8) | partsSent);
  }

  /** Seconds since the command was accepted. @param utc, uptime as for add() */
  ageAt(place: Place, utc: number, uptime: number): number {
    const entry = this.entry(place);
    const stamp = wordAt(entry, STAMP) * 0x10000 + wordAt(entry, STAMP + 2);
    if (stamp >= OF_A_RUN) return uptime - (stamp - OF_A_RUN);
    return Math.max(utc < 0 ? uptime : utc - stamp, 0);
  }

  /**
   * When one more command would be within a limit.
   * @param limit so many commands
   * @param windowS in so many seconds
   * @param waiting commands that will be added before
   * @returns in how many seconds; 0 at once
   */
  secondsUntil(limit: number, windowS: number, waiting: number, utc: number, uptime: number): number {
    const back = limit - waiting;
    if (back <= 0) return windowS;
    const place = this.next() - back;
    if (place < this.first) return 0;
    return Math.max(windowS - this.ageAt(place, utc, uptime), 0);
  }

  /**
   * What is to be on the flash, piece by piece: the newest entries that there is room for, as they are now; null at its
   * end. A piece without octets: what is there cannot be read, and nothing may take its place.
   */
  nextPiece(): ReadonlyUint8Array | null {
    const at = this.imageAt;
    if (at < 0) {
      const head = new Uint8Array(HEAD_OCTETS);
      this.imageAt = this.dropped();
      const count = this.kept + this.added.length - this.imageAt;
      putWord(head, 0, count);
      putWord(head, 2, count);
      this.flash.openKept(NAME);
      return head;
    }
    if (at < this.kept) {
      const entries = this.fill(at);
      this.imageAt = Math.min(at + entries, 200000);
      return this.piece.subarray(0, entries * ENTRY_OCTETS);
    }
    const entry = this.added[at - this.kept];
    if (entry === undefined) return null;
    this.patch(entry, at, 1);
    this.imageAt = Math.min(at + 1, 200000);
    return entry;
  }

  /** The image is on the flash, or it cannot be written. */
  written(isKept: boolean): void {
    this.imageAt = -1;
    const count = this.kept + Math.min(this.added.length, ADDED_MAX);
    if (isKept) {
      const dropped = this.dropped();
      this.first = (this.first + dropped) & FIRST_MASK;
      this.kept = Math.min(Math.max(count - dropped, 0), 65535);
      this.slots = this.kept;
      this.start = 0;
      this.old = 0;
    } else if (this.added.length + this.settled.length <= CHANGED_MAX) {
      return;
    }
    this.added = [];
    this.settled.length = 0;
    this.ends.length = 0;
  }

  /** The number of the entry that comes next. */
  private next(): Place {
    return this.first + this.kept + Math.min(this.added.length, ADDED_MAX);
  }

  /** How many of the oldest ones there is no room for any more. */
  private dropped(): Count {
    return Math.min(Math.max(this.kept + this.added.length - this.capacity, 0), 65535);
  }

  private findKept(key: ReadonlyUint8Array): Place {
    let end = this.kept;
    while (end > 0) {
      // As many before `end` as lie together.
      const last = this.slotOf(end - 1);
      const from = Math.max(end - Math.min(PIECE_ENTRIES, last + 1), 0);
      const entries = Math.min(this.fill(from), Math.max(end - from, 0));
      const place = lastWith(this.piece, entries * ENTRY_OCTETS, key);
      if (place >= 0) return this.first + from + place;
      end = from;
    }
    return -1;
  }

  /** Reads entries into the piece, from the one with this place among those on the flash. @returns how many */
  private fill(from: Count): Count {
    const { old, piece } = this;
    const slot = this.slotOf(from);
    const entries = Math.max(Math.min(PIECE_ENTRIES, this.kept - from, this.slots - slot), 0);
    if (this.flash.readKept(HEAD_OCTETS + slot * ENTRY_OCTETS, piece) < entries * ENTRY_OCTETS) return 0;
    for (let i = 0; i < entries && from + i < old; i++) beginAnew(piece, i * ENTRY_OCTETS);
    this.patch(piece, from, entries);
    return entries;
  }

  /** Where on the flash an entry stands that has this place among those there. */
  private slotOf(place: Count): Count {
    return (this.start + place) % Math.max(this.slots, 1);
  }

  private entry(number: Place): Uint8Array {
    const entry = new Uint8Array(ENTRY_OCTETS);
    const place = number - this.first;
    if (place < 0) return entry;
    const added = this.added[place - this.kept];
    if (added === undefined) this.read(HEAD_OCTETS + this.slotOf(Math.min(place, 65535)) * ENTRY_OCTETS, entry);
    else entry.set(added, 0);
    if (place < this.old) beginAnew(entry, 0);
    this.patch(entry, place, 1);
    return entry;
  }

  /** Says in entries what became of them. @param from the place of the first one, behind the oldest on the flash */
  private patch(entries: Uint8Array, from: int<0, 0x7fffffff>, count: Count): void {
    const { ends, settled } = this;
    for (let i = 0; i < settled.length; i++) {
      const place = (settled[i] ?? 0) - this.first - from;
      if (place >= 0 && place < count) putEnd(entries, place * ENTRY_OCTETS, ends[i] ?? 0);
    }
  }

  private read(at: int<0, 2000000>, into: Uint8Array): Count {
    if (!this.flash.openKept(NAME)) return 0;
    const count = this.flash.readKept(at, into);
    this.flash.closeKept();
    return count;
  }
}

/** The last entry among so many octets that has this key; -1 for none. */
function lastWith(octets: ReadonlyUint8Array, length: number, key: ReadonlyUint8Array): int<-1, 65535> {
  const [begin = 0] = key;
  let found: int<-1, 65535> = -1;
  // To look for an octet costs less than to look at each entry.
  for (let at = octets.indexOf(begin); at >= 0 && at < length; at = octets.indexOf(begin, at + 1))
    if (at % ENTRY_OCTETS === 0 && isAt(octets, at, key)) found = Math.floor(at / ENTRY_OCTETS);
  return found;
}

function isAt(octets: ReadonlyUint8Array, at: number, key: ReadonlyUint8Array): boolean {
  for (let i = 0; i < KEY_OCTETS; i++) if (octets[at + i] !== key[i]) return false;
  return true;
}

/** A time of another run becomes the start of this one. */
function beginAnew(octets: Uint8Array, entry: number): void {
  if (((octets[entry + STAMP] ?? 0) & 0x80) !== 0) putStamp(octets, entry, 0, false);
}

function putStamp(octets: Uint8Array, entry: number, seconds: number, isUtc: boolean): void {
  const high = Math.floor(seconds / 0x10000) & 0x7fff;
  putWord(octets, entry + STAMP, isUtc ? high : high | 0x8000);
  putWord(octets, entry + STAMP + 2, seconds & 0xffff);
}

/** @param end state and sent parts */
function putEnd(octets: Uint8Array, entry: number, end: u16): void {
  octets[entry + STATE] = end >> 8;
  octets[entry + SENT] = end & 0xff;
}

function putWord(octets: Uint8Array, at: number, word: number): void {
  octets[at] = (word >> 8) & 0xff;
  octets[at + 1] = word & 0xff;
}

function wordAt(octets: ReadonlyUint8Array, at: number): u16 {
  return (((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)) & 0xffff;
}
