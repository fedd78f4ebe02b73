// Message slots of a SIM or of a modem's own memory, numbered from 1 (from 0 on the newer modems). Plain data, so that
// they outlive the modem's power and can be written to a file.

/** +CMGL's stat: 0 received unread, 1 received read, 2 stored unsent, 3 stored sent. */
export type MessageStatus = 0 | 1 | 2 | 3;

export interface StoredMessage {
  status: MessageStatus;
  /** Hex in capitals, service centre's address included. */
  pdu: string;
}

export interface SlotContent extends StoredMessage {
  slot: number;
}

export class MessageStore {
  private readonly slots: (StoredMessage | undefined)[];

  constructor(
    readonly capacity: number,
    readonly firstSlot: 0 | 1 = 1,
  ) {
    this.slots = new Array<StoredMessage | undefined>(capacity).fill(undefined);
  }

  get used(): number {
    return this.slots.filter((message) => message !== undefined).length;
  }

  get lastSlot(): number {
    return this.firstSlot + this.capacity - 1;
  }

  has(slot: number): boolean {
    return Number.isInteger(slot) && slot >= this.firstSlot && slot <= this.lastSlot;
  }

  read(slot: number): StoredMessage | undefined {
    return this.slots[slot - this.firstSlot];
  }

  /** Puts `pdu` in the first free slot and returns its number, or null if there is none. */
  store(pdu: string, status: MessageStatus = 0): number | null {
    const index = this.slots.indexOf(undefined);
    if (index < 0) return null;
    this.slots[index] = { status, pdu };
    return index + this.firstSlot;
  }

  /** Replaces what is in `slot`. */
  put(slot: number, message: StoredMessage): void {
    if (!this.has(slot)) throw new RangeError(`slot ${slot} is outside ${this.firstSlot}..${this.lastSlot}`);
    this.slots[slot - this.firstSlot] = { ...message };
  }

  markRead(slot: number): void {
    const message = this.slots[slot - this.firstSlot];
    if (message?.status === 0) message.status = 1;
  }

  /** Empties `slot`; true if it held a message. */
  delete(slot: number): boolean {
    const held = this.slots[slot - this.firstSlot] !== undefined;
    this.slots[slot - this.firstSlot] = undefined;
    return held;
  }

  /** What is stored, in the order of the slots. */
  contents(): SlotContent[] {
    return this.slots.flatMap((message, index) => (message ? [{ slot: index + this.firstSlot, ...message }] : []));
  }
}
