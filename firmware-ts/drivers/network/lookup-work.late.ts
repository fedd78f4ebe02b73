// What is asked of the network by datagrams: the address of a name, and the time. One UDP socket for both, and one question
// at a time; nothing waits here, poll() looks whether an answer has come. It is loaded when something is to be asked, and
// what comes of it is written into the Lookup that asks.
import { RTC } from "machine";
import { ipconfig, STA_IF, WLAN } from "network";
import { urandom } from "os";
import { AF_INET, SOCK_DGRAM, socket } from "socket";
import { decimal } from "../../domain/at/parse.ts";
import type { NameFailure } from "../../domain/broker-state.ts";
import { isoOf } from "../../domain/iso-text.ts";
import type { Millis } from "../../domain/millis.ts";
import {
  A,
  AAAA,
  type AddressType,
  DNS_OCTETS_MAX,
  DNS_PORT,
  dnsAddress,
  dnsQuestion,
} from "../../domain/network/dns-message.ts";
import { isAddress } from "../../domain/network/host.ts";
import { NTP_PORT, ntpFailure, ntpMilliseconds, ntpQuestion, ntpSeconds } from "../../domain/network/ntp-message.ts";
import type { Lookup } from "./lookup.ts";

/** An answer takes 100 ms at most; what is lost on the way is asked again. */
const ANSWER_MS = 1500;
const TRIES = 3;
/** An answer that lay there for longer, while something else was waited for, tells the time too inexactly. */
const ROUND_TRIP_MS_MAX = 1000;

/** A time that is known is asked for each 6 to 12 h; one that is not, after 15 s, 30 s … 1 h. */
const TIME_EVERY_MS = 21600000;
const TIME_AGAIN_MS = 15000;
const TIME_AGAIN_MS_MAX = 3600000;
/** A server that wants to be left alone is (RFC 4330 clause 8). */
const TIME_DENIED_MS = 86400000;
/** What was not believed is asked for again, so late that it counts (domain/wall-clock.ts). */
const TIME_DOUBTED_MS = 35000;

export class LookupWork {
  private readonly isForTime: boolean;
  private isDone = false;
  private readonly raw = new socket(AF_INET, SOCK_DGRAM);
  private question: Uint8Array = new Uint8Array(0);
  private port = DNS_PORT;
  /** Who is asked now, and all who can be. */
  private server = "";
  private servers: readonly string[] = [];
  private tries = 0;
  private sentAt: Millis = 0;
  private type: AddressType = A;
  /** Why the last server had no address. */
  private failure: NameFailure = "no-dns";

  /** Asks for the broker's name if that is wanted; else sets the machine's calendar, or asks for the time. */
  constructor(
    private readonly lookup: Lookup,
    now: Millis,
  ) {
    this.raw.setblocking(false);
    const { clock, isNameWanted, timeServer } = lookup;
    this.isForTime = !isNameWanted;
    if (isNameWanted) this.askName(A, now);
    else if (clock.changes !== lookup.calendarChanges) this.showTime(now);
    else if (isAddress(timeServer)) this.askTime(timeServer, now);
    else this.askName(A, now);
  }

  /** Takes in what has come, and asks again when nothing did. @returns whether it is over */
  poll(now: Millis): boolean {
    const answer = this.received();
    if (answer !== null && this.port === DNS_PORT) this.takeAddress(answer, now);
    else if (answer !== null) this.takeTime(answer, now);
    if (!this.isDone && now - this.sentAt >= ANSWER_MS) this.ask(now);
    return this.isDone;
  }

  close(): void {
    this.raw.close();
  }

  private askName(type: AddressType, now: Millis): void {
    const { host, servers, timeServer } = this.lookup;
    this.type = type;
    this.servers = (servers === "" ? ipconfig("dns") : servers).split(",");
    const chance = urandom(2);
    const id = ((chance[0] ?? 0) << 8) | (chance[1] ?? 0);
    this.begin(dnsQuestion(this.isForTime ? timeServer : host, type, id), DNS_PORT, now);
  }

  private askTime(address: string, now: Millis): void {
    this.servers = [address];
    this.begin(ntpQuestion(urandom(8)), NTP_PORT, now);
  }

  private begin(question: Uint8Array, port: int<0, 65535>, now: Millis): void {
    this.question = question;
    this.port = port;
    this.tries = 0;
    if (question.length === 0) this.fail("unknown-name", now);
    else this.ask(now);
  }

  /** Asks the next server, each of them three times in all. */
  private ask(now: Millis): void {
    const { port, question, servers, tries } = this;
    if (tries >= TRIES * servers.length) {
      this.fail(this.failure, now);
      return;
    }
    this.server = servers[tries % Math.max(servers.length, 1)] ?? "";
    this.tries = tries + 1;
    this.sentAt = now;
    try {
      this.raw.sendto(question, [this.server, port]);
    } catch {
      // No way there: as a question that is lost.
    }
  }

  /** The next datagram of the server that was asked; null for none. */
  private received(): ReadonlyUint8Array | null {
    try {
      const [octets, [host, port]] = this.raw.recvfrom(DNS_OCTETS_MAX);
      // The network is alive, whoever this is.
      this.lookup.deafSince = 0;
      return host === this.server && port === this.port ? octets : null;
    } catch {
      return null;
    }
  }

  private takeAddress(answer: ReadonlyUint8Array, now: Millis): void {
    const found = dnsAddress(answer, this.question);
    switch (found) {
      case "foreign":
        return;
      case "no-address":
        if (this.type === A) this.askName(AAAA, now);
        else this.fail("unknown-name", now);
        return;
      case "unknown-name":
        this.fail(found, now);
        return;
      case "dns-failed":
        this.failure = found;
        this.ask(now);
        return;
      default:
        if (this.type === AAAA && !hasAddress6()) this.fail("ipv6-only", now);
        else if (this.isForTime) this.askTime(found, now);
        else this.found(found);
    }
  }

  /** The broker is there. */
  private found(address: string): void {
    this.isDone = true;
    this.lookup.isNameWanted = false;
    this.lookup.address = address;
  }

  private fail(failure: NameFailure, now: Millis): void {
    if (this.isForTime) {
      this.askTimeAgain(false, now);
      return;
    }
    const { lookup } = this;
    // Where it was yesterday it may still be.
    this.found(lookup.goodAddress);
    if (lookup.address === "") lookup.failure = failure;
    if (failure === "no-dns" && lookup.deafSince === 0) lookup.deafSince = now;
  }

  private takeTime(answer: ReadonlyUint8Array, now: Millis): void {
    const { lookup } = this;
    const failure = ntpFailure(answer, this.question);
    if (failure === "foreign") return;
    if (failure !== "") {
      this.askTimeAgain(failure === "denied", now);
      return;
    }
    if (now - this.sentAt > ROUND_TRIP_MS_MAX) {
      this.ask(now);
      return;
    }
    // On its way for half of the time since it was asked for.
    const travelMs = Math.max(Math.min(now - this.sentAt, ROUND_TRIP_MS_MAX), 0) >> 1;
    const at = Math.max(now - travelMs - ntpMilliseconds(answer), 0);
    this.isDone = true;
    lookup.timeAskedAt = now;
    lookup.timeAgainMs = 0;
    lookup.timeWaitMs = TIME_DOUBTED_MS;
    // Not all gateways at the same moment.
    if (lookup.clock.serve(ntpSeconds(answer), at))
      lookup.timeWaitMs = TIME_EVERY_MS + (TIME_EVERY_MS >> 8) * (urandom(1)[0] ?? 0);
  }

  private askTimeAgain(isDenied: boolean, now: Millis): void {
    const { lookup } = this;
    this.isDone = true;
    lookup.timeAskedAt = now;
    lookup.timeAgainMs = Math.max(Math.min(lookup.timeAgainMs * 2, TIME_AGAIN_MS_MAX), TIME_AGAIN_MS);
    lookup.timeWaitMs = isDenied ? TIME_DENIED_MS : lookup.timeAgainMs;
  }

  /** Sets the machine's calendar, which nothing but TLS reads: certificates are held against it. */
  private showTime(now: Millis): void {
    const { lookup } = this;
    this.isDone = true;
    lookup.calendarChanges = lookup.clock.changes;
    const iso = isoOf(Math.max(lookup.clock.seconds(now), 0) >>> 0);
    const when: number[] = [];
    // 2026-11-22T08:30:47Z; the day of the week is nobody's business.
    for (const at of [0, 5, 8, 0, 11, 14, 17]) when.push(decimal(iso.slice(at, at === 0 ? 4 : at + 2)));
    when[3] = 0;
    when.push(0);
    new RTC().datetime(when);
  }
}

/** Whether the network has given the board an address that the world can answer to; each has one of its own link (FE80). */
function hasAddress6(): boolean {
  for (const [address] of new WLAN(STA_IF).ipconfig("addr6"))
    if (!address.startsWith("FE80:") && !address.startsWith("fe80:")) return true;
  return false;
}

/** The parameters are those of LookupWork. */
export function openLookup(lookup: Lookup, now: Millis): LookupWork {
  return new LookupWork(lookup, now);
}
