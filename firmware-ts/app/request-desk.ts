// Requests on gateway/request/<verb> as the rest of the gateway knows them. They are seldom, so their code is loaded when one
// comes, part by part, and forgotten after its answer.
import type { Command } from "../domain/command-queue.ts";
import type { Seal } from "../domain/end-to-end/seal.ts";
import type { Millis } from "../domain/millis.ts";
import type { Modem } from "../domain/modem/modem.ts";
import { openRequests, type Requests } from "../domain/requests/requests.late.ts";
import type { Broker } from "../ports/broker.ts";
import type { LateCode } from "../ports/late-code.ts";
import type { Machine } from "../ports/machine.ts";
import type { ModemLink } from "./modem-link.ts";

/** After the last answer the code stays for so long. */
const OPEN_MS = 5000;

export class RequestDesk {
  private requests: Requests | null = null;
  /** One that the code is being loaded for. */
  private command: Command | null = null;
  /** When requests were taken: the last 20. */
  private readonly takenAt: Millis[] = [];
  private usedAt: Millis = 0;

  /**
   * @param ussdCodes that may be asked for, with commas between
   * @param balanceCode "" none
   * @param diagnose an object of JSON
   */
  constructor(
    private readonly code: LateCode,
    private readonly modem: Modem,
    private readonly link: ModemLink,
    private readonly machine: Machine,
    private readonly ussdCodes: string,
    private readonly balanceCode: string,
    private readonly seal: Seal | null,
    private readonly diagnose: () => string,
  ) {}

  /** Whether another request can be taken: the last one is answered first. */
  isFree(): boolean {
    return this.command === null && (this.requests === null || this.requests.isFree());
  }

  /** Takes what somebody has published; what is no request is none of its business. */
  take(command: Command): void {
    if (command.name.startsWith("request/")) this.command = command;
  }

  /** Works at what was asked, and publishes the next answer. @returns false when the broker did not acknowledge it */
  poll(broker: Broker, topic: string, now: Millis): boolean {
    const { command } = this;
    if (command !== null) this.usedAt = now;
    if (command !== null && this.requests === null && this.code.loadNext()) this.requests = this.open();
    const { requests } = this;
    if (requests === null) return true;
    if (command !== null) requests.take(command, now);
    this.command = null;
    requests.poll(now);
    if (requests.isResetDue) this.link.reset(now);
    requests.isResetDue = false;
    if (!requests.isIdle()) this.usedAt = now;
    else if (now - this.usedAt >= OPEN_MS) this.close();
    return this.publish(requests, broker, topic);
  }

  /** Forgets its code where it can, as its place on the heap is wanted. */
  closeIdle(): void {
    if (this.requests?.isIdle() === true) this.close();
  }

  private publish({ isRestartDue, waiting }: Requests, broker: Broker, topic: string): boolean {
    const [name, payload] = waiting;
    if (name === undefined || payload === undefined || broker.state() !== "up") return true;
    const place = `${topic}/response/${name}`;
    // Only these have what the network said.
    const isSecret = name === "ussd" || name === "balance";
    const said = this.seal !== null && isSecret ? this.seal.sealedAnswer(place, payload) : payload;
    if (!broker.publish(place, said, false, payload)) return false;
    waiting.shift();
    waiting.shift();
    if (isRestartDue && waiting.length === 0) this.machine.restart(0, "", 0);
    return true;
  }

  private open(): Requests {
    const { balanceCode, diagnose, modem, takenAt, ussdCodes } = this;
    return openRequests(modem, ussdCodes, balanceCode, takenAt, diagnose);
  }

  private close(): void {
    this.requests = null;
    this.code.forget();
  }
}
