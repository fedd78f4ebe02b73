// Writes to the flash what must be known after a power cut. A write holds interrupts off, and of what the modem says
// meanwhile only 32 octets would be received: so it is done while the modem is silent, and its storage is listed afterwards.
import type { Inbox } from "../domain/inbox/inbox.ts";
import type { Millis } from "../domain/millis.ts";
import type { Modem } from "../domain/modem/modem.ts";
import type { Journal } from "../ports/journal.ts";
import type { Dispatch } from "./dispatch.ts";
import type { ModemLink } from "./modem-link.ts";

export class Recorder {
  constructor(
    private readonly journal: Journal,
    private readonly inbox: Inbox,
    private readonly dispatch: Dispatch,
    private readonly modem: Modem,
    private readonly link: ModemLink,
  ) {}

  /** Whether there is something to write: then the modem is given nothing more to do. */
  isWaiting(now: Millis): boolean {
    const isWaiting = this.isJournalDue() || this.inbox.isKeeping() || this.dispatch.isWaiting(now);
    if (isWaiting) this.modem.hold(true);
    return isWaiting;
  }

  /** Writes what there is, once the modem is silent. @returns whether all is well */
  poll(now: Millis): boolean {
    if (this.link.isBusy()) return true;
    const isJournalWell = this.writeJournal();
    const arePartsWell = this.writeParts();
    const isWell = this.writeOutbox(now) && isJournalWell && arePartsWell;
    this.modem.distrust();
    this.modem.hold(false);
    return isWell;
  }

  private isJournalDue(): boolean {
    return this.inbox.repeats.isWaiting() || this.modem.pin.isWaiting();
  }

  private writeJournal(): boolean {
    const { inbox } = this;
    const { pin } = this.modem;
    if (!this.isJournalDue()) return true;
    const isKept = this.journal.replace([inbox.repeats.record(), pin.record()].filter((record) => record !== ""));
    inbox.recorded();
    pin.recorded(isKept);
    return isKept;
  }

  /** Their slots are freed for others next: that they are there is not only believed. */
  private writeParts(): boolean {
    const { inbox, journal } = this;
    if (!inbox.isKeeping()) return true;
    const pieces = inbox.partsToKeep();
    const isKept = journal.keep("parts", () => pieces.shift() ?? null) && journal.keptSize("parts") >= 0;
    inbox.keptParts(isKept);
    return isKept;
  }

  private writeOutbox(now: Millis): boolean {
    return !this.dispatch.isWaiting(now) || this.dispatch.record(now);
  }
}
