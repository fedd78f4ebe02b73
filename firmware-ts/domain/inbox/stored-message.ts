// One received message, from the moment it was seen on the SIM until its slot is free again.
import type { Millis } from "../millis.ts";

/** waiting: to be published · published: acknowledged */
export type MessageState = "waiting" | "published";

/** The slot of a message that the modem does not keep. */
export const NO_SLOT = -1;

export class StoredMessage {
  state: MessageState = "waiting";
  /** Its place among the waiting ones is final. */
  isOrdered = true;
  /** The next listing has named its slot, with this very content. */
  isListed = true;
  /** The slot holds something else by now: nothing is to be deleted. */
  hasLostSlot = false;
  /** A part that is to be on the flash, so that its slot is free for others; and one that is. */
  isKeepDue = false;
  isKept = false;
  /** Its slot was read again and holds this very message: it is to be deleted. */
  isSlotChecked = false;
  /** Empty once published. */
  pdu: ReadonlyUint8Array;
  /** Its slot may be freed: that it was published will be known after a power cut, or need not be. */
  isRecorded = true;
  /** Of a part of a long message: what its other parts have too; "" for a message that is whole. */
  group = "";
  /** Which of several messages with the same group, sender and reference having been used again. */
  generation: int<0, 65535> = 0;
  /** 1 of 1 for a message that is whole. */
  part: u8 = 1;
  parts: u8 = 1;
  /** When it was first seen. */
  foundAt: Millis = 0;

  /**
   * @param fingerprint stands for the PDU's octets: equal if and only if they are
   * @param sentAtSeconds the service centre's time, to publish a listing in order; 0 where nothing needs it
   */
  constructor(
    public slot: number,
    pdu: ReadonlyUint8Array,
    readonly fingerprint: string,
    readonly sentAtSeconds: number,
  ) {
    this.pdu = pdu;
    this.hasLostSlot = slot === NO_SLOT;
  }

  /** Whether the slot is of no more use, once it is known to hold this. */
  mayLeaveSlot(): boolean {
    return !this.hasLostSlot && (this.isKept || (this.state === "published" && this.isRecorded));
  }
}
