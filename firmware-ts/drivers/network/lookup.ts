// What the gateway knows of the network beyond its own: where the broker is, and what time it is. Names are asked for with a
// resolver of ours, which never blocks; the code that asks is loaded for it and forgotten (lookup-work.late.ts).
import { forget, loadNext } from "late";
import { urandom } from "os";
import type { Millis } from "../../domain/millis.ts";
import type { WallClock } from "../../domain/wall-clock.ts";
import type { NameFailure } from "../../ports/broker.ts";
import { type LookupWork, openLookup, showTime } from "./lookup-work.late.ts";

/** A time that is known is asked for each 6 to 12 h; one that is not, after 15 s, 30 s … 1 h. */
const TIME_EVERY_MS = 21600000;
const TIME_AGAIN_MS = 15000;
const TIME_AGAIN_MS_MAX = 3600000;
/** A server that wants to be left alone is (RFC 4330 clause 8). */
const TIME_DENIED_MS = 86400000;
/** What was not believed is asked for again, so late that it counts (wall-clock.ts). */
const TIME_DOUBTED_MS = 35000;

export class Lookup {
  /** Where the broker is; "" while it is not known. */
  private address: string;
  /** Where it last was, for when its name cannot be asked for. */
  private goodAddress = "";
  private failure: NameFailure | "" = "";
  private isNameWanted = false;
  private work: LookupWork | null = null;
  private isForTime = false;
  private timeAskedAt: Millis = 0;
  private timeWaitMs = 0;
  private timeAgainMs = TIME_AGAIN_MS;
  private calendarChanges = 0;
  /** Since when nothing has come from the network, though it was asked; 0: it has. */
  private deafSince: Millis = 0;

  /**
   * @param host the broker's name or address
   * @param isName whether it is a name
   * @param timeServer name or address; "" none
   * @param ownServers the name servers of the settings, with commas between; "" those that DHCP tells of
   */
  constructor(
    private readonly host: string,
    private readonly isName: boolean,
    private readonly timeServer: string,
    private readonly ownServers: string,
    private readonly clock: WallClock,
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

  /** The broker answered at the address that brokerAddress() gave, or nobody did: then its name is asked for anew. */
  reached(isReached: boolean, now: Millis): void {
    if (isReached) {
      this.goodAddress = this.address;
      this.deafSince = 0;
    } else {
      if (this.isName) this.address = "";
      this.deafen(now);
    }
  }

  /** For how long nothing at all has come from the network. */
  deafMs(now: Millis): Millis {
    return this.deafSince === 0 ? 0 : Math.max(now - this.deafSince, 0);
  }

  /** Whether the time is known so well that a certificate can be held against it, and the machine's calendar shows it. */
  isTimeKnown(): boolean {
    return this.clock.state === "ok" && this.calendarChanges === this.clock.changes;
  }

  /** Asks what is due. To be called while the network is up. @param isQuiet nobody waits for anything else */
  poll(isQuiet: boolean, now: Millis): void {
    if (this.work !== null) this.look(this.work, now);
    else if (this.clock.changes !== this.calendarChanges && isQuiet) this.showTime(now);
    else if (this.isNameWanted || (isQuiet && this.isTimeDue(now))) this.open(now);
  }

  /** The network is gone: no answer will come. */
  drop(): void {
    if (this.work !== null) this.close(this.work);
  }

  private isTimeDue(now: Millis): boolean {
    return this.timeServer !== "" && now - this.timeAskedAt >= this.timeWaitMs;
  }

  private open(now: Millis): void {
    if (!loadNext(openLookup)) return;
    this.isForTime = !this.isNameWanted;
    this.work = openLookup(this.isForTime ? this.timeServer : this.host, this.isForTime, this.ownServers, now);
  }

  private look(work: LookupWork, now: Millis): void {
    work.poll(now);
    const { state } = work;
    if (state === "busy") return;
    if (work.isHeard) this.deafSince = 0;
    if (this.isForTime) this.takeTime(work, now);
    else this.takeName(work, now);
    this.close(work);
  }

  private takeName({ address, isHeard, state }: LookupWork, now: Millis): void {
    this.isNameWanted = false;
    // Without an answer: where it was yesterday it may still be.
    this.address = state === "address" ? address : this.goodAddress;
    if (!isHeard) this.deafen(now);
    if (this.address !== "") return;
    if (state === "unknown-name" || state === "no-dns" || state === "ipv6-only") this.failure = state;
    else this.failure = "dns-failed";
  }

  private takeTime(work: LookupWork, now: Millis): void {
    const { state } = work;
    this.timeAskedAt = now;
    if (state === "time") {
      const isBelieved = this.clock.serve(work.seconds, work.timeAt);
      // Not all gateways at the same moment.
      const chance = (TIME_EVERY_MS >> 8) * (urandom(1)[0] ?? 0);
      this.timeWaitMs = isBelieved ? TIME_EVERY_MS + chance : TIME_DOUBTED_MS;
      this.timeAgainMs = TIME_AGAIN_MS;
    } else {
      this.timeWaitMs = state === "denied" || state === "rate" ? TIME_DENIED_MS : this.timeAgainMs;
      this.timeAgainMs = Math.min(this.timeAgainMs * 2, TIME_AGAIN_MS_MAX);
    }
  }

  private close(work: LookupWork): void {
    work.close();
    this.work = null;
    forget(openLookup);
  }

  private deafen(now: Millis): void {
    if (this.deafSince === 0) this.deafSince = Math.max(now, 1);
  }

  private showTime(now: Millis): void {
    if (!loadNext(showTime)) return;
    this.calendarChanges = this.clock.changes;
    showTime(Math.max(this.clock.seconds(now), 0) >>> 0);
    forget(showTime);
  }
}
