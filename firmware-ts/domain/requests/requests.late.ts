// Requests on gateway/request/<verb>: each gets exactly one answer on gateway/response/<verb>, at once or when the modem
// or the network has answered. Nothing that arrives here is executed more often than the limits allow. Loaded when one comes.
import type { Command } from "../command-queue.ts";
import type { Millis } from "../millis.ts";
import type { Modem } from "../modem/modem.ts";
import { FIRMWARE, MODEL } from "../modem/status.ts";
import { type Request, readRequest, responseTo } from "./request.ts";
import { answerIn, errorIn } from "./ussd-answer.ts";

const VERBS = "|restart|signal|diagnose|modem_reset|balance|ussd|";
const APART_MS = 10000;
const HOUR_MS = 3600000;
const AN_HOUR_MAX = 20;
/** The modem answers a question in 5 s at most, and may be at a listing, which takes 20 s. */
const SIGNAL_MS = 30000;

export class Requests {
  /** Topics below the base, each followed by its payload. */
  readonly waiting: string[] = [];
  /** The one that waits for the modem or the network, with its verb. */
  private pending: Request | null = null;
  private verb = "";
  private since: Millis = 0;
  /** Once all is answered. */
  isRestartDue = false;
  /** At once. */
  isResetDue = false;

  /**
   * @param ussdCodes that may be asked for, with commas between
   * @param balanceCode "" none
   * @param takenAt when requests were taken: the last 20; outlives this
   * @param diagnose an object of JSON
   */
  constructor(
    private readonly modem: Modem,
    private readonly ussdCodes: string,
    private readonly balanceCode: string,
    private readonly takenAt: Millis[],
    private readonly diagnose: () => string,
  ) {}

  /** Whether another request can be taken: the last one is answered first. */
  isFree(): boolean {
    return this.waiting.length === 0;
  }

  /** Whether nothing waits for anything. */
  isIdle(): boolean {
    return this.isFree() && this.pending === null;
  }

  /** Takes what somebody has published. */
  take(command: Command, now: Millis): void {
    const verb = command.name.slice("request/".length);
    const request = readRequest(command.payload);
    const { refusal } = command;
    if (verb.includes("|") || !VERBS.includes(`|${verb}|`)) this.answer("unknown", request, "", "unknown");
    else if (refusal !== "") this.answer(verb, request, "", refusal);
    else if (request.error !== "") this.answer(verb, request, "", request.error);
    else if (command.isRetained) this.answer(verb, request, "", "retained");
    else if (!this.isWithinLimits(now)) this.answer(verb, request, "", "limit");
    else this.execute(verb, request, now);
  }

  /** Looks whether the modem or the network has answered. */
  poll(now: Millis): void {
    if (this.pending !== null) this.look(this.pending, now);
  }

  private execute(verb: string, request: Request, now: Millis): void {
    let data = "";
    if (verb === "restart") {
      this.isRestartDue = true;
    } else if (verb === "modem_reset") {
      this.isResetDue = true;
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
      error = ussd.error === "" ? errorIn(ussd.answer) : ussd.error;
      if (error === "") data = `{"text":${JSON.stringify(answerIn(ussd.answer, ussd.unhex))}}`;
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

/** The parameters are those of Requests. */
export function openRequests(
  modem: Modem,
  ussdCodes: string,
  balanceCode: string,
  takenAt: Millis[],
  diagnose: () => string,
): Requests {
  return new Requests(modem, ussdCodes, balanceCode, takenAt, diagnose);
}
