// Requests on gateway/request/<verb>: each gets exactly one answer on gateway/response/<verb>, at once or when the modem
// or the network has answered. Nothing that arrives here is executed more often than the limits allow.
import type { Command } from "../domain/command-queue.ts";
import type { Millis } from "../domain/millis.ts";
import type { Modem } from "../domain/modem/modem.ts";
import { FIRMWARE, MODEL } from "../domain/modem/status.ts";
import { type Request, readRequest, responseTo } from "../domain/request.ts";
import type { Broker } from "../ports/broker.ts";
import type { Machine } from "../ports/machine.ts";
import type { ModemLink } from "./modem-link.ts";

const VERBS = "|restart|signal|diagnose|modem_reset|balance|ussd|";
const APART_MS = 10000;
const HOUR_MS = 3600000;
const AN_HOUR_MAX = 20;
/** The modem answers a question in 5 s at most, and may be at a listing, which takes 20 s. */
const SIGNAL_MS = 30000;

export class Requests {
  /** Topics below the base, each followed by its payload. */
  private readonly waiting: string[] = [];
  /** When requests were taken: the last 20. */
  private readonly takenAt: Millis[] = [];
  /** The one that waits for the modem or the network, with its verb. */
  private pending: Request | null = null;
  private verb = "";
  private since: Millis = 0;
  private isRestartDue = false;

  /**
   * @param ussdCodes that may be asked for, with commas between
   * @param balanceCode "" none
   * @param diagnose an object of JSON
   */
  constructor(
    private readonly modem: Modem,
    private readonly link: ModemLink,
    private readonly machine: Machine,
    private readonly ussdCodes: string,
    private readonly balanceCode: string,
    private readonly diagnose: () => string,
  ) {}

  /** Whether another request can be taken: the last one is answered first. */
  isFree(): boolean {
    return this.waiting.length === 0;
  }

  /** Takes what somebody has published; what is no request is none of its business. */
  take(command: Command, now: Millis): void {
    // Who takes a retained message away publishes an empty one.
    if (!command.name.startsWith("request/") || command.payload === "") return;
    const verb = command.name.slice("request/".length);
    const request = readRequest(command.payload);
    if (verb.includes("|") || !VERBS.includes(`|${verb}|`)) this.answer("unknown", request, "", "unknown");
    else if (request.error !== "") this.answer(verb, request, "", request.error);
    else if (command.isRetained) this.answer(verb, request, "", "retained");
    else if (!this.isWithinLimits(now)) this.answer(verb, request, "", "limit");
    else this.execute(verb, request, now);
  }

  /** Publishes the next answer. @returns false when the broker did not acknowledge it */
  poll(broker: Broker, topic: string, now: Millis): boolean {
    const { pending } = this;
    if (pending !== null) this.look(pending, now);
    const [name, payload] = this.waiting;
    if (name === undefined || payload === undefined || broker.state() !== "up") return true;
    if (!broker.publish(`${topic}/response/${name}`, payload, false)) return false;
    this.waiting.shift();
    this.waiting.shift();
    if (this.isRestartDue && this.waiting.length === 0) this.machine.restart();
    return true;
  }

  private execute(verb: string, request: Request, now: Millis): void {
    let data = "";
    if (verb === "restart") {
      this.isRestartDue = true;
    } else if (verb === "modem_reset") {
      this.link.reset(now);
    } else if (verb === "diagnose") {
      const { said } = this.modem.status;
      const identity = JSON.stringify([said[MODEL] ?? "", said[FIRMWARE] ?? ""]);
      data = `${this.diagnose().slice(0, -1)},"identity":${identity}}`;
    } else {
      const error = this.ask(verb, request, now);
      if (error !== "") this.answer(verb, request, "", error);
      return;
    }
    this.answer(verb, request, data, "");
  }

  /** Asks the modem, or the network: only the exact codes of the settings reach it. @returns why not; "" asked */
  private ask(verb: string, request: Request, now: Millis): string {
    const { health, status } = this.modem;
    const code = verb === "balance" ? this.balanceCode : request.code;
    const isAllowed = verb !== "ussd" || this.ussdCodes.split(",").includes(code);
    if (verb !== "signal" && (code === "" || !isAllowed)) return "not_allowed";
    if (health !== "ready") return "modem";
    if (this.pending !== null) return "busy";
    if (verb === "signal") status.hurry();
    else status.ussd.ask(code, now);
    this.pending = request;
    this.verb = verb;
    this.since = now;
    return "";
  }

  private look(request: Request, now: Millis): void {
    const { status } = this.modem;
    const { ussd } = status;
    let error = "";
    let data = "";
    if (this.verb !== "signal") {
      if (!ussd.isAnswered(now)) return;
      error = ussd.error;
      data = `{"text":${JSON.stringify(ussd.text)}}`;
    } else if (status.networkAt > this.since) {
      const operator = status.operator() === "" ? "null" : JSON.stringify(status.operator());
      data = `{"registration":"${status.registration()}","operator":${operator},"signal_dbm":${status.signalDbm() ?? "null"}}`;
    } else if (now - this.since > SIGNAL_MS) {
      error = "modem";
    } else return;
    this.pending = null;
    this.answer(this.verb, request, data, error);
  }

  private isWithinLimits(now: Millis): boolean {
    while (this.takenAt.length > 0 && now - (this.takenAt[0] ?? 0) >= HOUR_MS) this.takenAt.shift();
    const last = this.takenAt[this.takenAt.length - 1];
    if (this.takenAt.length >= AN_HOUR_MAX || (last !== undefined && now - last < APART_MS)) return false;
    this.takenAt.push(now);
    return true;
  }

  private answer(verb: string, request: Request, data: string, error: string): void {
    this.waiting.push(verb, responseTo(request, data, error));
  }
}
