// The broker port: connections are made and kept by the other thread (mqtt-link.ts), here are the deadlines and the
// waiting, by the same rule as on a board: after any failure the connection is closed, so that no acknowledgement
// can come late.

import { type BrokerState, REFUSALS, SERVER_UNAVAILABLE } from "../domain/broker-state.ts";
import { type Command, CommandQueue } from "../domain/command-queue.ts";
import type { Millis } from "../domain/millis.ts";
import { Reconnection } from "../domain/reconnection.ts";
import type { Broker } from "../ports/broker.ts";
import type { Clock } from "../ports/clock.ts";
import type { Waiting } from "../ports/waiting.ts";
import type { Mailbox } from "./mailbox.ts";
import type { BrokerNews } from "./messages.ts";

/** Name, TCP and CONNACK together; a message and its PUBACK. */
const CONNECT_MS = 8000;
const ANSWER_MS = 6000;
/** What is longer is not read, as on a board: neither a command nor its topic. */
const COMMAND_OCTETS_MAX = 2048;

export class BrokerLink implements Broker {
  private readonly reconnection = new Reconnection();
  private readonly commands: CommandQueue;
  /** The other thread does it, and this one has a watchdog of its own. */
  private current: BrokerState = "waiting";
  private isOpening = false;
  private hasLeft = false;
  /** The connection that counts; each attempt has its own number. */
  private connection = 0;
  private message = 0;
  private acknowledged = 0;
  private endedTopic = "";
  /** What it is being told of; "" nothing. */
  private topicUnderWay = "";
  /** When the present attempt began. */
  private since: Millis = 0;

  /**
   * @param topic base of the topics
   * @param chance gives an octet of it
   */
  constructor(
    topic: string,
    private readonly mailbox: Pick<Mailbox, "send">,
    private readonly clock: Clock,
    private readonly waiting: Waiting,
    private readonly chance: () => number,
  ) {
    this.commands = new CommandQueue(topic);
  }

  state(): BrokerState {
    return this.current;
  }

  /** Never waits: how an attempt ends comes as news. */
  poll(now: Millis, hasNetwork: boolean, isUrgent: boolean): void {
    if (this.current === "up" || this.hasLeft) return;
    if (this.isOpening) {
      if (now - this.since > CONNECT_MS) this.fail("unreachable", false);
    } else if (hasNetwork && this.reconnection.isOver(now, isUrgent)) {
      this.open(now);
    }
  }

  endedAt(): string {
    return this.endedTopic;
  }

  checkedAt(): number {
    return -1;
  }

  isTakenOver(now: Millis): boolean {
    return this.reconnection.isTakenOver(now);
  }

  nextCommand(): Command | null {
    return this.commands.take();
  }

  /** True only for a PUBACK on the connection that the message went out by. */
  publish(topic: string, payload: string, retain: boolean, key: string): boolean {
    if (this.current !== "up") return false;
    const { connection } = this;
    this.message += 1;
    const { message } = this;
    const since = this.clock.now();
    this.topicUnderWay = topic;
    this.mailbox.send({ order: "publish", connection, message, topic, payload, retain, qos: 1, key });
    while (this.acknowledged !== message) {
      if (this.connection !== connection) return false;
      if (this.clock.now() - since > ANSWER_MS) this.fail("unreachable", false);
      else this.waiting.step();
    }
    this.topicUnderWay = "";
    if (this.endedTopic === topic) this.endedTopic = "";
    // What is told with each connection says nothing of its worth, nor does what goes on beside, such as a heartbeat.
    if (key !== "") this.reconnection.succeeded();
    return true;
  }

  tell(topic: string, payload: string): boolean {
    if (this.current !== "up") return false;
    const { connection } = this;
    this.mailbox.send({ order: "publish", connection, message: 0, topic, payload, retain: true, qos: 0, key: "" });
    return true;
  }

  /** What is told of an earlier connection no longer counts. */
  note(news: BrokerNews): void {
    if (news.connection !== this.connection) return;
    switch (news.news) {
      case "connected":
        this.isOpening = false;
        this.current = "up";
        this.reconnection.connected(this.clock.now());
        break;
      case "command":
        this.take(news.topic, news.payload, news.flags);
        break;
      case "acknowledged":
        this.acknowledged = news.message;
        break;
      case "refused":
        this.fail(REFUSALS[news.code - 1] ?? "wrong-protocol", false, news.code !== SERVER_UNAVAILABLE);
        break;
      default:
        this.fail("unreachable", true);
        break;
    }
  }

  private take(topic: Uint8Array, payload: Uint8Array, flags: number): void {
    const isTopicRead = topic.length <= COMMAND_OCTETS_MAX;
    const isRead = isTopicRead && payload.length <= COMMAND_OCTETS_MAX;
    this.commands.put(isTopicRead ? topic : new Uint8Array(0), isRead ? payload : null, flags);
  }

  /** Ends the connection in good order, and makes no other. */
  leave(): void {
    this.hasLeft = true;
    this.close(true);
    this.current = "waiting";
  }

  private open(now: Millis): void {
    this.connection += 1;
    this.isOpening = true;
    this.since = now;
    this.mailbox.send({ order: "connect", connection: this.connection });
  }

  /**
   * @param isEnded the connection is gone already
   * @param isHopeless the next attempt is not to be soon
   */
  private fail(state: BrokerState, isEnded: boolean, isHopeless = false): void {
    this.close(false);
    const now = this.clock.now();
    // Some brokers answer so what their rules do not allow.
    const isAtTopic = isEnded && this.topicUnderWay !== "";
    const isRefused = isAtTopic && this.topicUnderWay === this.endedTopic;
    if (isAtTopic) this.endedTopic = this.topicUnderWay;
    this.topicUnderWay = "";
    this.reconnection.failed(now, this.chance(), isEnded, isHopeless || isRefused);
    if (isRefused) this.current = "topic-refused";
    else this.current = state === "unreachable" && this.reconnection.isTakenOver(now) ? "taken-over" : state;
  }

  private close(isOrderly: boolean): void {
    this.mailbox.send({ order: "close", connection: this.connection, isOrderly });
    this.connection += 1;
    this.isOpening = false;
  }
}
