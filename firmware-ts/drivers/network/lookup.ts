// What the gateway knows of the network beyond its own: where the broker is, and what time it is. Names are asked for with a
// resolver of ours, which never blocks. Here stands only what must be known at any time: the code that asks is loaded for
// it, says here what has come of it, and is forgotten (lookup-work.late.ts).
import { discard, loadNext } from "late";
import type { NameFailure } from "../../domain/broker-state.ts";
import type { Millis } from "../../domain/millis.ts";
import type { WallClock } from "../../domain/wall-clock.ts";
import { type LookupWork, openLookup } from "./lookup-work.late.ts";

/** For the time nobody is kept waiting, but not for ever: it may be what everything waits for. */
const PATIENCE_MS = 20000;

export class Lookup {
  /** Where the broker is; "" while it is not known. */
  address: string;
  /** Where it last was, for when its name cannot be asked for. */
  goodAddress = "";
  /** Why the last question for its name had no answer; "" it had, or nobody has asked. */
  failure: NameFailure | "" = "";
  isNameWanted: boolean;
  /** The time is asked for so long after it was asked for last. */
  timeAskedAt: Millis = 0;
  timeWaitMs = 0;
  timeAgainMs = 0;
  /** Which change of the time the machine's calendar has seen. */
  calendarChanges = 0;
  /** Since when nothing has come from the network, though it was asked; 0: it has. */
  deafSince: Millis = 0;
  private work: LookupWork | null = null;

  /**
   * @param host the broker's name or address
   * @param isName whether it is a name
   * @param timeServer name or address; "" none
   * @param servers the name servers of the settings, with commas between; "" those that DHCP tells of
   */
  constructor(
    readonly host: string,
    private readonly isName: boolean,
    readonly timeServer: string,
    readonly servers: string,
    readonly clock: WallClock,
  ) {
    this.address = isName ? "" : host;
    // The first thing to be asked for, before the time.
    this.isNameWanted = isName;
  }

  /** The broker's address, numeric; "" while it is being asked for: ask again. */
  brokerAddress(): string {
    if (this.address === "" && this.failure === "") this.isNameWanted = true;
    return this.address;
  }

  /** Why there is no address, once; "" it is still being asked for. */
  takeFailure(): NameFailure | "" {
    const { failure } = this;
    this.failure = "";
    return failure;
  }

  /**
   * A broker answered at the address that brokerAddress() gave, or none did: then its name is asked for anew.
   * @param isHeard something came from there, if only a refusal
   */
  reached(isReached: boolean, isHeard: boolean, now: Millis): void {
    if (isReached) this.goodAddress = this.address;
    else if (this.isName) this.address = "";
    if (isHeard) this.deafSince = 0;
    else if (this.deafSince === 0) this.deafSince = now;
  }

  /** Whether the time is known so well that a certificate can be held against it, and the machine's calendar shows it. */
  isTimeKnown(): boolean {
    return this.clock.state === "ok" && this.calendarChanges === this.clock.changes;
  }

  /** Asks what is due. To be called while the network is up. @param isQuiet nobody waits for anything else */
  poll(isQuiet: boolean, now: Millis): void {
    const { work } = this;
    if (work !== null) {
      if (work.poll(now)) this.drop();
    } else if ((this.isNameWanted || this.isTimeDue(isQuiet, now)) && loadNext(openLookup)) {
      this.work = openLookup(this, now);
    }
  }

  /** The network is gone, and no answer will come; or it has come. */
  drop(): void {
    if (this.work === null) return;
    this.work.close();
    this.work = null;
    discard(openLookup);
  }

  /** Whether a time server is to be asked, or the machine's calendar to be set. */
  private isTimeDue(isQuiet: boolean, now: Millis): boolean {
    if (this.clock.changes !== this.calendarChanges) return true;
    return this.timeServer !== "" && now - this.timeAskedAt >= this.timeWaitMs + (isQuiet ? 0 : PATIENCE_MS);
  }
}
