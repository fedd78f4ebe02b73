// What is asked of the network by datagrams: the address of a name, and the time. One UDP socket for both, and one question
// at a time; nothing waits here, poll() looks whether an answer has come. It is loaded when something is to be asked.
import { ipconfig, STA_IF, WLAN } from "network";
import { urandom } from "os";
import { AF_INET, SOCK_DGRAM, socket } from "socket";
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
import type { NameFailure } from "../../ports/broker.ts";
import { setCalendar } from "./set-calendar.ts";

/** An answer takes 100 ms at most; what is lost on the way is asked again. */
const ANSWER_MS = 1500;
const TRIES = 3;
/** An answer that lay there for longer, while something else was waited for, tells the time too inexactly. */
const ROUND_TRIP_MS_MAX = 1000;

/** How far it is. rate, denied, no-time: what a time server answered, or that it did not. */
export type LookupState = "busy" | "address" | "time" | "rate" | "denied" | "no-time" | NameFailure;

export class LookupWork {
  state: LookupState = "busy";
  /** With the state `address`: numeric. */
  address = "";
  /** With the state `time`: since the beginning of 2000, at the instant `timeAt`. */
  seconds = 0;
  timeAt: Millis = 0;
  /** Something has come from the network: it is alive. */
  isHeard = false;
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

  /**
   * @param host name or address
   * @param isForTime its time is asked for, and not its address
   * @param ownServers the name servers of the settings, with commas between; "" those that DHCP told of
   */
  constructor(
    private readonly host: string,
    private readonly isForTime: boolean,
    private readonly ownServers: string,
    now: Millis,
  ) {
    this.raw.setblocking(false);
    if (isAddress(host)) this.resolved(host, now);
    else this.askName(A, now);
  }

  /** Takes in what has come, and asks again when nothing did. */
  poll(now: Millis): void {
    const answer = this.received();
    if (answer !== null && this.port === DNS_PORT) this.takeAddress(answer, now);
    else if (answer !== null) this.takeTime(answer, now);
    if (this.state === "busy" && now - this.sentAt >= ANSWER_MS) this.ask(now);
  }

  close(): void {
    this.raw.close();
  }

  private askName(type: AddressType, now: Millis): void {
    this.type = type;
    this.servers = (this.ownServers === "" ? ipconfig("dns") : this.ownServers).split(",");
    const chance = urandom(2);
    this.begin(dnsQuestion(this.host, type, ((chance[0] ?? 0) << 8) | (chance[1] ?? 0)), DNS_PORT, now);
  }

  private askTime(address: string, now: Millis): void {
    this.servers = [address];
    this.begin(ntpQuestion(urandom(8)), NTP_PORT, now);
  }

  private begin(question: Uint8Array, port: int<0, 65535>, now: Millis): void {
    this.question = question;
    this.port = port;
    this.tries = 0;
    if (question.length === 0) this.state = "unknown-name";
    else this.ask(now);
  }

  /** Asks the next server, each of them three times in all. */
  private ask(now: Millis): void {
    const { port, question, servers, tries } = this;
    if (tries >= TRIES * servers.length) {
      this.state = port === NTP_PORT ? "no-time" : this.failure;
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
      this.isHeard = true;
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
      case "no-such-name":
        this.state = "unknown-name";
        return;
      case "no-address":
        if (this.type === A) this.askName(AAAA, now);
        else this.state = "unknown-name";
        return;
      case "server-failed":
      case "malformed":
        this.failure = "dns-failed";
        this.ask(now);
        return;
      default:
        if (this.type === A || hasAddress6()) this.resolved(found, now);
        else this.state = "ipv6-only";
    }
  }

  private resolved(address: string, now: Millis): void {
    this.address = address;
    if (this.isForTime) this.askTime(address, now);
    else this.state = "address";
  }

  private takeTime(answer: ReadonlyUint8Array, now: Millis): void {
    const failure = ntpFailure(answer, this.question);
    if (failure === "foreign") return;
    if (failure !== "") {
      this.state = failure === "unsynchronised" ? "no-time" : failure;
      return;
    }
    this.seconds = ntpSeconds(answer);
    if (now - this.sentAt > ROUND_TRIP_MS_MAX) {
      this.ask(now);
      return;
    }
    // On its way for half of the time since it was asked for.
    const travelMs = Math.max(Math.min(now - this.sentAt, ROUND_TRIP_MS_MAX), 0) >> 1;
    this.timeAt = Math.max(now - travelMs - ntpMilliseconds(answer), 0);
    this.state = "time";
  }
}

/** Whether the network has given the board an address that the world can answer to; each has one of its own link (FE80). */
function hasAddress6(): boolean {
  for (const [address] of new WLAN(STA_IF).ipconfig("addr6"))
    if (!address.startsWith("FE80:") && !address.startsWith("fe80:")) return true;
  return false;
}

/** The parameters are those of LookupWork. */
export function openLookup(host: string, isForTime: boolean, ownServers: string, now: Millis): LookupWork {
  return new LookupWork(host, isForTime, ownServers, now);
}

/** The machine's calendar shows the time. @param seconds since the beginning of 2000, in UTC */
export function showTime(seconds: u32): void {
  setCalendar(seconds);
}
