// The commands that were accepted, the newest 256 or as many as may be sent in a day: by it none is executed twice, and
// the limits hold, over restarts too. A ring of octets, written to the flash as it is.
//
// An entry, 13 octets: 6 of a hash that stands for the command, its state, how many parts it has, how many of them were
// sent, and 4 for when it was accepted: seconds since the beginning of 2000, or with the highest bit set seconds of this
// run, where the time was not known. After a restart such a time counts as that of the start: what passed while the
// board was off and the time unknown does not count.

export type SendState = "accepted" | "sent" | "failed" | "expired" | "unknown" | "delivered" | "undelivered";

const STATES: readonly SendState[] = ["accepted", "sent", "failed", "expired", "unknown", "delivered", "undelivered"];

export const ENTRIES_MIN = 256;
export const KEY_OCTETS = 6;
const STATE = 6;
const PARTS = 7;
const SENT = 8;
const STAMP = 9;
const ENTRY_OCTETS = 13;
/** Two octets each: for how many entries there is room, how many there are, and where the next one goes. */
const HEAD_OCTETS = 6;
const OF_A_RUN = 0x80000000;

export class SendHistory {
  /** All of it, for the flash. */
  readonly octets: Uint8Array;
  private readonly capacity: number;
  private count = 0;
  private next = 0;

  /** @param capacity ENTRIES_MIN at least */
  constructor(capacity: int<0, 2000>) {
    this.capacity = Math.max(capacity, ENTRIES_MIN);
    this.octets = new Uint8Array(HEAD_OCTETS + this.capacity * ENTRY_OCTETS);
    this.putWord(0, this.capacity);
  }

  /**
   * Takes in what is on the flash.
   * @param isOld it is of an earlier run: times of that run mean nothing in this one
   * @returns where the history ends in it; 0 when there is none in it
   */
  load(image: ReadonlyUint8Array, isOld: boolean): number {
    const capacity = wordAt(image, 0);
    const count = wordAt(image, 2);
    const end = HEAD_OCTETS + capacity * ENTRY_OCTETS;
    if (count > capacity || capacity === 0 || end > image.length) return 0;
    for (let i = count; i > 0; i--) {
      const from = HEAD_OCTETS + ((wordAt(image, 4) + capacity - i) % capacity) * ENTRY_OCTETS;
      const at = this.append(image.subarray(from, from + ENTRY_OCTETS));
      if (isOld && ((this.octets[at + STAMP] ?? 0) & 0x80) !== 0) this.putStamp(at, 0, false);
    }
    return end;
  }

  /** Where the newest command with this key stands; -1 for none. */
  find(key: ReadonlyUint8Array): number {
    for (let back = 1; back <= this.count; back++) {
      const at = this.placeOf(back);
      if (this.hasKey(at, key)) return at;
    }
    return -1;
  }

  /** @param utc in seconds since the beginning of 2000; -1 unknown @param uptime in seconds @returns where it stands */
  add(key: ReadonlyUint8Array, parts: u8, utc: number, uptime: number): number {
    const entry = new Uint8Array(ENTRY_OCTETS);
    entry.set(key.subarray(0, KEY_OCTETS), 0);
    entry[PARTS] = parts;
    const at = this.append(entry);
    this.putStamp(at, utc < 0 ? uptime : utc, utc >= 0);
    return at;
  }

  /** It was not accepted after all. */
  forget(at: number): void {
    this.octets.fill(0, at, at + KEY_OCTETS);
  }

  stateAt(at: number): SendState {
    return STATES[this.octets[at + STATE] ?? 0] ?? "unknown";
  }

  partsAt(at: number): number {
    return this.octets[at + PARTS] ?? 0;
  }

  partsSentAt(at: number): number {
    return this.octets[at + SENT] ?? 0;
  }

  settle(at: number, state: SendState, partsSent: u8): void {
    this.octets[at + STATE] = STATES.indexOf(state) & 0x0f;
    this.octets[at + SENT] = partsSent;
  }

  /** Seconds since the command was accepted. @param utc, uptime as for add() */
  ageAt(at: number, utc: number, uptime: number): number {
    const stamp = this.stampAt(at);
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
    if (back > this.count) return 0;
    return Math.max(windowS - this.ageAt(this.placeOf(back), utc, uptime), 0);
  }

  /** Where the entry stands that is the `back`th from the newest, which is the first. */
  private placeOf(back: number): number {
    return HEAD_OCTETS + ((this.next + this.capacity - back) % this.capacity) * ENTRY_OCTETS;
  }

  private hasKey(at: number, key: ReadonlyUint8Array): boolean {
    for (let i = 0; i < KEY_OCTETS; i++) if (this.octets[at + i] !== key[i]) return false;
    return true;
  }

  private append(entry: ReadonlyUint8Array): number {
    const at = HEAD_OCTETS + this.next * ENTRY_OCTETS;
    this.octets.set(entry, at);
    this.next = (this.next + 1) % this.capacity;
    this.count = Math.min(this.count + 1, this.capacity);
    this.putWord(2, this.count);
    this.putWord(4, this.next);
    return at;
  }

  private stampAt(at: number): number {
    return wordAt(this.octets, at + STAMP) * 0x10000 + wordAt(this.octets, at + STAMP + 2);
  }

  private putStamp(at: number, seconds: number, isUtc: boolean): void {
    const high = Math.floor(seconds / 0x10000) & 0x7fff;
    this.putWord(at + STAMP, isUtc ? high : high | 0x8000);
    this.putWord(at + STAMP + 2, seconds & 0xffff);
  }

  private putWord(at: number, word: number): void {
    this.octets[at] = (word >> 8) & 0xff;
    this.octets[at + 1] = word & 0xff;
  }
}

function wordAt(octets: ReadonlyUint8Array, at: number): u16 {
  return (((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0)) & 0xffff;
}
