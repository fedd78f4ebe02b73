// The interface of the first gateway of this kind, for programs that were written for it: what comes goes to
// mqttsmsgw/dongle<n>, too, smsoutnew/dongle<n> takes what is to be sent, and smsgwheartbeat/dongle<n> says each minute that
// the gateway is there. JSON, where that one wrote Python's own notation.
//
// A message is settled when it is on the gateway's own topic. Here it is told once more at the next connection, and is gone
// with a power cut.
import { OLD_HEARTBEAT_TOPIC, OLD_SEND_TOPIC, OLD_SMS_TOPIC } from "../domain/api.ts";
import type { Command } from "../domain/command-queue.ts";
import type { Millis } from "../domain/millis.ts";
import type { Modem } from "../domain/modem/modem.ts";
import type { DecodedPdu } from "../domain/pdu/decode.ts";
import type { Broker } from "../ports/broker.ts";
import type { Clock } from "../ports/clock.ts";
import type { Dispatch } from "./dispatch.ts";
import type { SideTopics } from "./side-topics.ts";

const HEARTBEAT_EVERY_MS = 60000;
/** Messages that wait to be told again; of more the oldest is given up. */
const WAITING_MAX = 4;
/** Some brokers end the connection for what they do not allow: that must not happen again at once. */
const AGAIN_AFTER_MS = 60000;
const COUNT_MASK = 0x3fffffff;

export class OldTopics implements SideTopics {
  private readonly waiting: string[] = [];
  private failedAt: Millis = 0;
  private pauseMs: Millis = 0;
  private count = 0;
  /** Of the last message; at first of the start. */
  private lastAt: Millis = 0;
  private heartbeatAt: Millis = 0;

  /**
   * @param dongle the gateway's number in these topics
   * @param number the SIM's; "" unknown
   */
  constructor(
    private readonly dongle: int<1, 99>,
    private readonly number: string,
    private readonly broker: Broker,
    private readonly clock: Clock,
    private readonly dispatch: Dispatch,
    private readonly modem: Modem,
  ) {}

  takes(command: Command): boolean {
    if (command.name !== `${OLD_SEND_TOPIC}${this.dongle}`) return false;
    this.dispatch.take(command);
    return true;
  }

  received({ sender, time }: DecodedPdu, text: string | null): void {
    const now = this.clock.now();
    const from = JSON.stringify(sender);
    const known = this.number === "" ? this.modem.status.number() : this.number;
    const number = known === "" ? "null" : JSON.stringify(known);
    const said = text === null ? "null" : JSON.stringify(text);
    // As a SIM800 writes them: 26/11/22 and 09:30:45.
    const date = time === "" ? "null" : `"${time.slice(2, 10).replaceAll("-", "/")}"`;
    const clock = time === "" ? "null" : `"${time.slice(11, 19)}"`;
    this.waiting.push(
      `{"from":${from},"msdn":${number},"text":${said},"msisdn":${from},"to":"dongle${this.dongle}","date":${date},"time":${clock}}`,
    );
    if (this.waiting.length > WAITING_MAX) this.waiting.shift();
    this.count = (this.count + 1) & COUNT_MASK;
    this.lastAt = now;
    this.tell(now);
  }

  poll(now: Millis): void {
    this.tell(now);
    if (this.heartbeatAt > 0 && now - this.heartbeatAt < HEARTBEAT_EVERY_MS) return;
    this.heartbeatAt = now;
    const sinceS = Math.trunc((now - this.lastAt) / 1000);
    const payload = `{"id":"dongle${this.dongle}","sms_in":${this.count},"last_sms":${sinceS}}`;
    this.broker.publish(`${OLD_HEARTBEAT_TOPIC}${this.dongle}`, payload, false);
  }

  /** In the order in which they came. */
  private tell(now: Millis): void {
    const { broker, waiting } = this;
    while (waiting.length > 0 && now - this.failedAt >= this.pauseMs && broker.state() === "up") {
      const isTold = broker.publish(`${OLD_SMS_TOPIC}${this.dongle}`, waiting[0] ?? "", false);
      if (isTold) waiting.shift();
      else this.failedAt = now;
      this.pauseMs = isTold ? 0 : AGAIN_AFTER_MS;
    }
  }
}
