// The interface of the first gateway of this kind, for programs that were written for it: what comes goes to
// mqttsmsgw/dongle<n>, too, smsoutnew/dongle<n> takes what is to be sent, and smsgwheartbeat/dongle<n> says each minute that
// the gateway is there. JSON, where that one wrote Python's own notation.
//
// A message is settled when it is on the gateway's own topic. Here it is told once more at the next connection, and is gone
// with a power cut. Loaded at the start where the settings ask for it; then it stays.
import { OLD_HEARTBEAT_TOPIC, OLD_SEND_TOPIC, OLD_SMS_TOPIC, SEND_TOPIC } from "../domain/api.ts";
import { type Command, OUTSIDE } from "../domain/command-queue.ts";
import type { Millis } from "../domain/millis.ts";
import type { Broker } from "../ports/broker.ts";
import type { Clock } from "../ports/clock.ts";
import { SideBroker } from "./side-broker.ts";

const HEARTBEAT_EVERY_MS = 60000;
/** Messages that wait to be told again; of more the oldest is given up. */
const WAITING_MAX = 4;
/** Some brokers end the connection for what they do not allow: that must not happen again at once. */
const AGAIN_AFTER_MS = 60000;
const COUNT_MASK = 0x3fffffff;
const FROM = '"from":';
const TIME = ',"time":"';

/**
 * The broker that the gateway has then.
 * @param dongle the gateway's number in these topics
 * @param topic of the messages that come
 */
export function withOldTopics(broker: Broker, dongle: int<1, 99>, topic: string, clock: Clock): Broker {
  return new OldTopics(broker, dongle, topic, clock);
}

class OldTopics extends SideBroker {
  private readonly waiting: string[] = [];
  private failedAt: Millis = 0;
  private pauseMs: Millis = 0;
  private count = 0;
  /** Of the last message; at first of the start. */
  private lastAt: Millis = 0;
  private heartbeatAt: Millis = 0;

  constructor(
    inner: Broker,
    private readonly dongle: int<1, 99>,
    private readonly topic: string,
    private readonly clock: Clock,
  ) {
    super(inner);
  }

  override poll(now: Millis, hasNetwork: boolean, isUrgent: boolean): void {
    this.inner.poll(now, hasNetwork, isUrgent);
    this.tellWaiting(now);
    const isBeating = this.heartbeatAt > 0 && now - this.heartbeatAt < HEARTBEAT_EVERY_MS;
    if (isBeating || this.inner.state() !== "up") return;
    this.heartbeatAt = now;
    const sinceS = Math.trunc((now - this.lastAt) / 1000);
    const payload = `{"id":"dongle${this.dongle}","sms_in":${this.count},"last_sms":${sinceS}}`;
    this.inner.publish(`${OLD_HEARTBEAT_TOPIC}${this.dongle}`, payload, false, "");
  }

  /** What somebody wants to be sent is a command like those on the gateway's own topic. */
  override nextCommand(): Command | null {
    const command = this.inner.nextCommand();
    if (command === null || command.name !== `${OUTSIDE}${OLD_SEND_TOPIC}${this.dongle}`) return command;
    const { isRepeat, isRetained, payload, refusal } = command;
    return { name: SEND_TOPIC, payload, isRetained, isRepeat, refusal };
  }

  override publish(topic: string, payload: string, retain: boolean, key: string): boolean {
    const isTold = this.inner.publish(topic, payload, retain, key);
    if (!isTold || topic !== this.topic) return isTold;
    const now = this.clock.now();
    const old = oldPayload(payload, this.dongle);
    if (old !== "") this.waiting.push(old);
    if (this.waiting.length > WAITING_MAX) this.waiting.shift();
    this.count = (this.count + 1) & COUNT_MASK;
    this.lastAt = now;
    this.tellWaiting(now);
    return true;
  }

  /** In the order in which they came. */
  private tellWaiting(now: Millis): void {
    const { inner, waiting } = this;
    while (waiting.length > 0 && now - this.failedAt >= this.pauseMs && inner.state() === "up") {
      const [old = ""] = waiting;
      const isTold = inner.publish(`${OLD_SMS_TOPIC}${this.dongle}`, old, false, old);
      if (isTold) waiting.shift();
      else this.failedAt = now;
      this.pauseMs = isTold ? 0 : AGAIN_AFTER_MS;
    }
  }
}

/** What may stand behind the text of a message; in a text there is a backslash before each quotation mark. */
const BEHIND_TEXT = [',"code":"', TIME, ',"received":"', ',"class":', ',"parts":'];

/**
 * The message in the old keys, those of both spellings; "" for a report, of which the old topics know nothing. Taken out of the
 * payload as it is: to read it as JSON would need more code than all of this.
 */
function oldPayload(payload: string, dongle: number): string {
  if (payload.includes(',"report":{')) return "";
  let end = payload.length;
  for (const key of BEHIND_TEXT) {
    const at = payload.indexOf(key);
    if (at >= 0) end = Math.min(end, at);
  }
  const fromAt = payload.indexOf(FROM);
  const said = payload.slice(fromAt, end);
  const from = payload.slice(fromAt + FROM.length, payload.indexOf(',"msdn":'));
  const text = said.includes(',"text":"') ? "" : ',"text":null';
  const timeAt = payload.indexOf(TIME);
  const time = payload.slice(timeAt + TIME.length);
  // As a SIM800 writes them: 26/11/22 and 09:30:45.
  const date = timeAt < 0 ? "null" : `"${time.slice(2, 10).replaceAll("-", "/")}"`;
  const clock = timeAt < 0 ? "null" : `"${time.slice(11, 19)}"`;
  return `{${said}${text},"msisdn":${from},"to":"dongle${dongle}","date":${date},"time":${clock}}`;
}
