// What the modem can be asked for once it is ready, and who asks: one job at a time, chosen when the modem is free.
import type { Outcome } from "../at/dialogue.ts";
import type { Millis } from "../millis.ts";

export interface ModemJob {
  readonly kind: "list" | "read" | "delete";
  /** Where: see below; LISTING or OTHER_LISTING for a listing. */
  readonly slot: number;
}

// A slot of the SIM is its number, and one of the modem's own memory, "ME", its number and this.
const OTHER_MEMORY = 1000;
export const LISTING = -1;
export const OTHER_LISTING = OTHER_MEMORY + LISTING;

/** Whether it is of the modem's own memory. */
export function isOther(slot: number): boolean {
  return slot >= OTHER_LISTING;
}

/** The slot that has this number in the one memory or the other. */
export function slotIn(isOtherMemory: boolean, number: number): number {
  return isOtherMemory ? number + OTHER_MEMORY : number;
}

/** The number by which the modem knows the slot. */
export function numberOf(slot: number): number {
  return isOther(slot) ? slot - OTHER_MEMORY : slot;
}

/** Gives jobs and takes what the modem says. Nothing here may wait or use the broker. */
export interface ModemClient {
  /** The next job; null when there is nothing to do. */
  nextJob(now: Millis): ModemJob | null;
  /** A stored message, of a listing or a read. @param pdu with the service centre's address */
  found(slot: number, pdu: ReadonlyUint8Array): void;
  /** A slot that holds something of no concern: a message that was written, not received. */
  foundForeign(slot: number): void;
  /** A slot whose message did not come over whole. */
  doubtful(slot: number): void;
  /** How many messages the storage holds and takes. @param line `+CPMS: <used>,<total>,…` */
  sized(line: string): void;
  finished(job: ModemJob, outcome: Outcome, now: Millis): void;
  /** The job's answer never came, or the modem started again. */
  interrupted(job: ModemJob): void;
  announced(slot: number): void;
  /** A message or status report that the modem does not keep. */
  delivered(pdu: ReadonlyUint8Array): void;
  /** Something may have been missed: the storage wants a listing. */
  distrust(): void;
}
