// Which parts of long messages were published last: a power cut before the last of them is deleted would leave what would
// be taken for an unfinished message, and the network may bring one once more.

import { anew } from "../anew.ts";

/** Of so many published parts it is known that a repeat of them is one. */
const REPEATS_MAX = 16;
const RECORD = "P ";

export class Repeats {
  private names: string[] = [];
  /** How many of them, the last ones, are not recorded yet. */
  private unrecorded = 0;

  has(name: string): boolean {
    return this.names.includes(name);
  }

  add(name: string): void {
    this.names.push(name);
    this.unrecorded += 1;
  }

  isWaiting(): boolean {
    return this.unrecorded > 0;
  }

  /** "" for none. */
  record(): string {
    if (this.names.length === 0) return "";
    while (this.names.length > REPEATS_MAX && this.names.length > this.unrecorded) this.names.shift();
    return RECORD + this.names.join(" ");
  }

  /** To be called when nothing is going on: domain/anew.ts. */
  renew(): void {
    this.names = this.names.map(anew);
  }

  recorded(): void {
    this.unrecorded = 0;
  }

  /** @param records of before the start, the oldest first; the last one counts */
  recall(records: readonly string[]): void {
    for (const record of records) if (record.startsWith(RECORD)) this.names = record.slice(RECORD.length).split(" ");
  }
}
