// Message slots of a SIM or of a modem's own memory, numbered from 1. Plain data, so that they outlive the modem's
// power and can be written to a file.

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

  constructor(readonly capacity: number) {
    this.slots = new Array<StoredMessage | undefined>(capacity).fill(undefined);
  }

  get used(): number {
    return this.slots.filter((message) => message !== undefined).length;
  }

  has(slot: number): boolean {
    return Number.isInteger(slot) && slot >= 1 && slot <= this.capacity;
  }

  read(slot: number): StoredMessage | undefined {
    return this.slots[slot - 1];
  }

  /** Puts `pdu` in the first free slot and returns its number, or 0 if there is none. */
  store(pdu: string, status: MessageStatus = 0): number {
    const index = this.slots.indexOf(undefined);
    if (index < 0) return 0;
    this.slots[index] = { status, pdu };
    return index + 1;
  }

  /** Replaces what is in `slot`. */
  put(slot: number, message: StoredMessage): void {
    if (!this.has(slot)) throw new RangeError(`slot ${slot} is outside 1..${this.capacity}`);
    this.slots[slot - 1] = { ...message };
  }

  markRead(slot: number): void {
    const message = this.slots[slot - 1];
    if (message?.status === 0) message.status = 1;
  }

  /** Empties `slot`; true if it held a message. */
  delete(slot: number): boolean {
    const held = this.slots[slot - 1] !== undefined;
    this.slots[slot - 1] = undefined;
    return held;
  }

  /** What is stored, in the order of the slots. */
  contents(): SlotContent[] {
    return this.slots.flatMap((message, index) => (message ? [{ slot: index + 1, ...message }] : []));
  }
}
