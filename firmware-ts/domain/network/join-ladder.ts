// The way back to a Wi-Fi network, as a ladder: wait, join again, the next known network, a look around, the radio off and
// on. Nothing in the radio's driver joins again by itself, so all of it is decided here; the driver does it.
import type { Millis } from "../millis.ts";

/** How the link is while it is not up. no-address: joined, and nobody gives an address. */
export type Link = "joining" | "no-address" | "no-network" | "wrong-key";

/** What is to be done now. join: the network `network()`, after the last one was left. */
export type JoinStep = "wait" | "radio-on" | "radio-off" | "scan" | "join";

/** A radio that says nothing of its attempt for so long is asked again. */
const JOIN_MS = 15000;
/** It has said no: sometimes it changes its mind within seconds, a good password included. */
const REFUSED_MS = 8000;
/** DHCP asks after 2, 6, 14, 30 and 62 s: a router that starts with the board is answering by then. */
const ADDRESS_MS = 80000;
/** A link that was just lost may come back by itself. */
const LOST_MS = 5000;
const RADIO_OFF_MS = 2000;
const ROUNDS_BEFORE_RADIO_OFF = 3;
/** One refusal can be a hiccup of a good password: only so many in a row count. */
const REFUSALS_MIN = 3;
/** A look around holds up all else: it waits for a moment without much to hold up, but not for ever. */
const SCAN_PATIENCE_MS = 20000;
const SCAN_EVERY_MS = 120000;

/** So many networks can be known. */
export const NETWORKS_MAX = 10;

export class JoinLadder {
  /** What display and log tell. */
  state: Link = "joining";
  private readonly order: Uint8Array;
  private readonly refusals: Uint8Array;
  private turn: int<0, 9> = 0;
  private rounds: int<0, 9> = 0;
  /** The radio is on, and something is being joined, since. */
  private isOn = true;
  private isJoining: boolean;
  private since: Millis;
  private patienceMs = LOST_MS;
  private isScanDue: boolean;
  private scannedAt: Millis;

  /**
   * @param count of known networks
   * @param isLost the link was up a moment ago
   */
  constructor(
    private readonly count: int<1, 10>,
    isLost: boolean,
    now: Millis,
  ) {
    this.order = new Uint8Array(count);
    this.refusals = new Uint8Array(count);
    for (let i = 0; i < count; i++) this.order[i] = i;
    this.isJoining = isLost;
    this.since = now;
    this.isScanDue = !isLost && count > 1;
    this.scannedAt = now;
  }

  /** Which network is to be joined: its place in the settings, from 0. */
  network(): u8 {
    return this.order[this.turn] ?? 0;
  }

  /** @param mayScan nothing is going on that would be held up */
  step(link: Link, mayScan: boolean, now: Millis): JoinStep {
    const since = now - this.since;
    if (!this.isOn) {
      if (since < RADIO_OFF_MS) return "wait";
      this.isOn = true;
      return "radio-on";
    }
    if (this.isJoining) {
      if (since < this.limitMs(link)) return "wait";
      this.refused(link);
      this.next(now);
      if (!this.isOn) return "radio-off";
    }
    if (this.isScanDue && now - this.scannedAt < SCAN_PATIENCE_MS) {
      if (!mayScan) return "wait";
      this.isScanDue = false;
      return "scan";
    }
    this.isScanDue = false;
    this.isJoining = true;
    this.patienceMs = JOIN_MS;
    this.since = now;
    return "join";
  }

  /** What was heard at a look around: of each known network the strength in dBm, -128 for one that was not heard. */
  heard(strengths: Int8Array, now: Millis): void {
    this.scannedAt = now;
    this.turn = 0;
    // The strongest first; a hidden one is never heard, and keeps its place among the last.
    for (let at = 0; at < this.count; at++) {
      let best = -1;
      for (let i = 0; i < this.count; i++) {
        if (!this.isBefore(at, i) && (best < 0 || (strengths[i] ?? -128) > (strengths[best] ?? -128))) best = i;
      }
      this.order[at] = best & 0xff;
    }
  }

  /** The link is up and carries nothing: joined anew, with the radio off in between if that has not helped before. */
  leave(isAgain: boolean, now: Millis): void {
    this.isJoining = true;
    this.since = now;
    this.patienceMs = 0;
    if (isAgain) this.rounds = ROUNDS_BEFORE_RADIO_OFF - 1;
    this.turn = Math.max(this.count - 1, 0);
  }

  /** Whether network `index` stands before place `at` of the order. */
  private isBefore(at: number, index: number): boolean {
    for (let i = 0; i < at; i++) if (this.order[i] === index) return true;
    return false;
  }

  private limitMs(link: Link): number {
    if (link === "no-address") return ADDRESS_MS;
    return link === "joining" ? this.patienceMs : Math.min(REFUSED_MS, this.patienceMs);
  }

  private refused(link: Link): void {
    const network = this.network();
    const count = link === "wrong-key" ? Math.min((this.refusals[network] ?? 0) + 1, REFUSALS_MIN) : 0;
    this.refusals[network] = count;
    if (link !== "wrong-key" || count >= REFUSALS_MIN) this.state = link;
    else this.state = "joining";
  }

  /** On to the next network; after all of them from the first on. */
  private next(now: Millis): void {
    this.isJoining = false;
    this.turn = (this.turn + 1) % this.count;
    if (this.turn !== 0) return;
    this.rounds = Math.min(this.rounds + 1, ROUNDS_BEFORE_RADIO_OFF);
    if (this.rounds >= ROUNDS_BEFORE_RADIO_OFF) {
      this.rounds = 0;
      this.isOn = false;
      this.since = now;
    } else if (this.count > 1 && now - this.scannedAt >= SCAN_EVERY_MS) {
      this.isScanDue = true;
      this.scannedAt = now;
    }
  }
}
