// gateway/state: how the gateway is, retained, for whoever comes later. At least once a minute; at a change of more than
// counters and seconds at once, but not more often than each 10 s.
import { STATE_TOPIC, topicBelow } from "../domain/api.ts";
import type { Inbox } from "../domain/inbox/inbox.ts";
import type { Millis } from "../domain/millis.ts";
import type { Modem } from "../domain/modem/modem.ts";
import { Tally } from "../domain/tally.ts";
import type { Broker } from "../ports/broker.ts";
import type { Clock } from "../ports/clock.ts";
import type { Machine } from "../ports/machine.ts";
import type { Dispatch } from "./dispatch.ts";

/** A minute, less what an answer of the modem or the broker may hold it up. */
const EVERY_MS = 59000;
/** 10 s, and what may pass between two messages on their way. */
const AT_MOST_EVERY_MS = 10100;
const LOOK_EVERY_MS = 500;
/** A change of the signal by less is none. */
const SIGNAL_STEP_DB = 6;
/** 80 of 100 slots. */
const NEARLY_FULL_PERCENT = 80;

export class StateReport {
  /** What went wrong: how often since the start. */
  readonly errors = new Tally();
  private messagesIn = 0;
  private lastMessageAt: Millis = 0;
  private lookedAt: Millis = 0;
  private toldAt: Millis = 0;
  private toldFacts = "";
  private toldSignal = 0;

  constructor(
    private readonly topic: string,
    private readonly clock: Clock,
    private readonly broker: Broker,
    private readonly inbox: Inbox,
    private readonly dispatch: Dispatch,
    private readonly modem: Modem,
    private readonly machine: Machine,
    readonly holdUps: Tally,
    /** Codes that hold until whoever put them here takes them away. */
    private readonly codes: readonly string[],
  ) {}

  /** A message was published. */
  received(now: Millis): void {
    this.messagesIn += 1;
    this.lastMessageAt = now;
  }

  /** What somebody should look at, as codes: `safe_mode`, `settings_copy`, `sim_full`, `sim_nearly_full`, `client_id_taken`, and those of the modem's status. */
  warnings(now: Millis): string[] {
    const warnings = this.codes.slice();
    const { slots } = this.inbox;
    const used = this.inbox.usedSlots();
    if (slots > 0 && used * 100 >= slots * NEARLY_FULL_PERCENT)
      warnings.push(used >= slots ? "sim_full" : "sim_nearly_full");
    if (this.broker.isTakenOver(now)) warnings.push("client_id_taken");
    const alarm = this.modem.status.alarm(now);
    if (alarm !== "") warnings.push(alarm);
    return warnings;
  }

  /** Tells the state when it is due. */
  poll(now: Millis): void {
    if (now - this.lookedAt < LOOK_EVERY_MS) return;
    this.lookedAt = now;
    const age = now - this.toldAt;
    if (this.toldFacts !== "" && age < AT_MOST_EVERY_MS) return;
    const { status } = this.modem;
    // Of a modem that does not answer nothing is known.
    const isHeard = this.modem.health === "ready" || this.modem.health === "starting";
    const signal = isHeard ? status.signalDbm() : null;
    const registration = isHeard ? status.registration() : "none";
    const operator = isHeard && status.operator() !== "" ? JSON.stringify(status.operator()) : "null";
    const warnings = this.warnings(now).map((code) => `"${code}"`);
    const facts = `"registration":"${registration}","operator":${operator},"clock":"${status.wallClock.state}","warnings":[${warnings.join(",")}]`;
    // Unknown is 0, and 51 dB from the best that a modem tells.
    const isSame = facts === this.toldFacts && Math.abs((signal ?? 0) - this.toldSignal) < SIGNAL_STEP_DB;
    if ((isSame && age < EVERY_MS) || this.broker.state() !== "up") return;
    const payload = `{${facts},"signal_dbm":${signal ?? "null"},${this.counters(now)}}`;
    if (!this.broker.tell(topicBelow(this.topic, STATE_TOPIC), payload)) return;
    this.toldFacts = facts;
    this.toldSignal = signal ?? 0;
    this.toldAt = this.clock.now();
  }

  /** The rest of GatewayState; put together as text, as a class for it would cost the heap a kilobyte. */
  private counters(now: Millis): string {
    const { inbox, dispatch } = this;
    const sms = `"messages_in":${this.messagesIn},"messages_out":${dispatch.sentCount()},"inbox":${inbox.waitingCount()},"outbox":${dispatch.waitingCount()}`;
    const last = this.messagesIn === 0 ? "null" : `${Math.trunc((now - this.lastMessageAt) / 1000)}`;
    const sim = `"sim_used":${inbox.usedSlots()},"sim_capacity":${inbox.slots},"last_message_s":${last}`;
    const free = this.machine.freeHeap();
    const supply = this.modem.status.supplyMv();
    const board = `"heap_free":${free < 0 ? "null" : free},"uptime_s":${Math.trunc(now / 1000)},"voltage_mv":${supply === 0 ? "null" : supply}`;
    return `${sms},${sim},${board},"errors":${this.errors.shown()},"holdups":${this.holdUps.shown()}`;
  }
}
