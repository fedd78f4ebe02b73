// The broker port on umqtt.simple. One rule keeps umqtt safe: after any failure the connection is closed, as half-read
// packets would be taken for something else.
import { urandom } from "os";
import type { MQTTClient } from "umqtt.simple";
import { check, connect, ping, publish, subscribe, use_sockets } from "umqtt_guard";
import { say } from "usb_console";
import { REQUEST_TOPIC } from "../../domain/api.ts";
import { type BrokerState, REFUSALS, SERVER_UNAVAILABLE } from "../../domain/broker-state.ts";
import { type Command, CommandQueue } from "../../domain/command-queue.ts";
import type { Millis } from "../../domain/millis.ts";
import { Reconnection } from "../../domain/reconnection.ts";
import type { Broker } from "../../ports/broker.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Lookup } from "../network/lookup.ts";
import { CONNACK, NO_ANSWER, type PacketSocket, PUBACK, SUBACK } from "./packet-socket.ts";
import type { TlsLayer } from "./tls-layer.late.ts";

/** TCP and CONNACK together, and a packet with its acknowledgement. */
const CONNECT_MS = 8000;
/** A connection that is refused is so within a round trip or two. */
const REFUSED_MS = 3000;
const ANSWER_MS = 6000;
/** The same with TLS between them, of which the board's computing is 3 s; with what follows less than a turn may take. */
const SECURE_CONNECT_MS = 15000;
const CHECK_EVERY_MS = 50;
/** After so long without a packet in one direction; and so long without one from the broker is the end. */
const PING_AFTER_MS = 25000;
const SILENCE_MAX_MS = 30000;
/** umqtt counts on for ever, and 0 is not allowed [MQTT-2.3.1-1]. */
const IDENTIFIER_MAX = 65534;
/** Flags of PUBLISH [MQTT-3.3.1]. */
const RETAIN = 1;
const DUP = 8;
/** What connect() gives, beyond codes of a CONNACK, when the broker has kept the session. */
const SESSION_KEPT = 256;

export class MqttBroker implements Broker {
  private readonly reconnection = new Reconnection();
  protected readonly encoder = new TextEncoder();
  private readonly commands: CommandQueue;
  private current: BrokerState = "waiting";
  private lookedAt: Millis = 0;
  private pingedAt: Millis = 0;
  /** With a kept session, the message that was not acknowledged: it goes out again as it was [MQTT-4.4.0-1]. */
  private openTopic = "";
  private openKey = "";
  private openPayload = "";
  private openIdentifier: u16 = 0;
  private endedTopic = "";
  /** What the broker was told of or asked for last. */
  private lastTopic = "";

  /**
   * @param topic base of the topics
   * @param topics what to subscribe to, a line each
   * @param isQueueing the broker keeps the session while the gateway is away: the setting queue_offline
   * @param tls null for a connection that anybody on the way can read
   */
  constructor(
    protected readonly socket: PacketSocket,
    protected readonly topic: string,
    private readonly topics: string,
    private readonly isQueueing: boolean,
    private readonly client: MQTTClient,
    private readonly tls: TlsLayer | null,
    protected readonly clock: Clock,
    private readonly lookup: Lookup,
  ) {
    this.commands = new CommandQueue(topic);
    client.set_callback((topic, payload) => this.arrived(topic, payload));
  }

  state(): BrokerState {
    return this.current;
  }

  endedAt(): string {
    return this.endedTopic;
  }

  checkedAt(): number {
    return this.lookedAt;
  }

  isTakenOver(now: Millis): boolean {
    return this.reconnection.isTakenOver(now);
  }

  poll(now: Millis, hasNetwork: boolean, isUrgent: boolean): void {
    if (this.current === "up") {
      if (hasNetwork) this.keepAlive(now);
      else this.fail("waiting", false);
    } else if (hasNetwork && this.reconnection.isOver(now, isUrgent)) {
      if (this.tls !== null && !this.lookup.isTimeKnown()) this.current = "no-time";
      else if (this.isFound()) this.open();
    }
  }

  nextCommand(): Command | null {
    return this.commands.take();
  }

  publish(topic: string, payload: string, retain: boolean, key: string): boolean {
    if (this.current !== "up") return false;
    const { client } = this;
    const identifier = this.openIdentifier;
    const isAgain = identifier > 0 && topic === this.openTopic && key === this.openKey;
    const text = isAgain ? this.openPayload : payload;
    const last = client.pid;
    if (isAgain) client.pid = (identifier - 1) & 0xffff;
    const isTaken = this.send(topic, text, (retain ? RETAIN : 0) | (isAgain ? DUP : 0), 1);
    if (isAgain) client.pid = last;
    // What is told with each connection says nothing of its worth, nor does what goes on beside, such as a heartbeat.
    if (isTaken && key !== "") this.reconnection.succeeded();
    if (this.isQueueing && key !== "" && isAgain === isTaken) {
      this.openTopic = isTaken ? "" : topic;
      this.openKey = key;
      this.openPayload = isTaken ? "" : text;
      this.openIdentifier = isTaken ? 0 : client.pid;
    }
    return isTaken;
  }

  tell(topic: string, payload: string): boolean {
    return this.current === "up" && this.send(topic, payload, RETAIN, 0);
  }

  private send(topic: string, payload: string, flags: u8, qos: 0 | 1): boolean {
    this.arm(ANSWER_MS, PUBACK);
    this.lastTopic = topic;
    const isTaken = publish(this.client, this.encoder.encode(topic), this.encoder.encode(payload), flags, qos);
    if (!isTaken) this.fail("unreachable", false);
    else if (topic === this.endedTopic) this.endedTopic = "";
    return isTaken;
  }

  /** Only notes what has come: it is in the middle of something. */
  protected arrived(topic: ReadonlyUint8Array, payload: ReadonlyUint8Array): void {
    this.commands.put(topic, this.socket.isOverlong ? null : payload, this.socket.header);
    this.socket.isOverlong = false;
  }

  /** @param answer that is waited for */
  private arm(deadlineMs: Millis, answer: u8): void {
    if (this.client.pid >= IDENTIFIER_MAX) this.client.pid = 0;
    this.socket.awaited = answer;
    this.socket.identifier = this.client.pid + 1;
    this.socket.arm(deadlineMs);
  }

  /** Whether it is known where the broker is. */
  private isFound(): boolean {
    this.socket.address = this.lookup.brokerAddress();
    if (this.socket.address !== "") return true;
    const failure = this.lookup.takeFailure();
    if (failure !== "") this.fail(failure, false);
    return false;
  }

  /** A request is of no use later, so the broker shall keep none: it keeps no messages of QoS 0 [MQTT-3.1.2-5]. */
  private open(): void {
    use_sockets(this.socket);
    this.socket.setblocking(true);
    this.arm(this.tls === null ? CONNECT_MS : SECURE_CONNECT_MS, CONNACK);
    const since = this.clock.now();
    const answer = connect(this.client, !this.isQueueing);
    const now = this.clock.now();
    const trouble = answer >= 0 || this.tls === null ? "unreachable" : this.tls.trouble();
    // What fails at once was refused by somebody; what has a trouble with TLS is connected.
    const isHeard = answer >= 0 || trouble !== "unreachable" || now - since < REFUSED_MS;
    this.lookup.reached(answer >= 0, isHeard, now);
    // What the broker knows nothing of goes out as something new; an attempt that fails says nothing of the session.
    if (answer === 0) this.openIdentifier = 0;
    const isAccepted = answer === 0 || answer === SESSION_KEPT;
    if (isAccepted && this.subscribe()) {
      this.current = "up";
      this.pingedAt = this.clock.now();
      this.reconnection.connected(this.pingedAt);
      return;
    }
    if (answer > 0 && answer !== SESSION_KEPT) {
      this.fail(REFUSALS[answer - 1] ?? "wrong-protocol", answer !== SERVER_UNAVAILABLE);
    } else {
      this.fail(trouble, false);
    }
  }

  /** @returns false without an answer; a broker that does not allow it is one that gives no commands, which is said at the console alone */
  protected subscribe(): boolean {
    for (const topic of this.topics.split("\n")) {
      this.arm(ANSWER_MS, SUBACK);
      this.lastTopic = topic;
      const qos = this.isQueueing && topic.endsWith(REQUEST_TOPIC) ? 0 : 1;
      const code = subscribe(this.client, this.encoder.encode(topic), qos);
      if (code < 0) return false;
      if (code > 0) say(`W ${Math.trunc(this.clock.now() / 1000)} broker: no subscription to ${topic}`);
    }
    return true;
  }

  /** @param isHopeless the next attempt is not to be soon */
  protected fail(state: BrokerState, isHopeless: boolean): void {
    const now = this.clock.now();
    const { reconnection, socket } = this;
    const isEnded = state === "unreachable" && !socket.isLate(now);
    // Some brokers answer so what their rules do not allow. A PUBACK or a SUBACK was waited for.
    const isAtTopic = isEnded && socket.awaited > CONNACK;
    const isRefused = isAtTopic && this.lastTopic === this.endedTopic;
    if (isAtTopic) this.endedTopic = this.lastTopic;
    socket.close();
    this.lookedAt = now;
    reconnection.failed(now, urandom(1)[0] ?? 0, isEnded, isHopeless || isRefused);
    this.current = isRefused ? "topic-refused" : isEnded && reconnection.isTakenOver(now) ? "taken-over" : state;
  }

  /** Takes in what has come; asks for a sign of life after 25 s without one, and waits 5 s for it. */
  protected keepAlive(now: Millis): void {
    if (now - this.lookedAt < CHECK_EVERY_MS) return;
    this.lookedAt = now;
    this.arm(ANSWER_MS, NO_ANSWER);
    if (check(this.client) !== 0) {
      this.fail("unreachable", false);
      return;
    }
    const silence = now - this.socket.receivedAt;
    const quiet = Math.max(silence, now - this.socket.sentAt);
    if (silence >= SILENCE_MAX_MS) this.fail("unreachable", false);
    else if (quiet >= PING_AFTER_MS && now - this.pingedAt >= PING_AFTER_MS) {
      this.pingedAt = now;
      if (!ping(this.client)) this.fail("unreachable", false);
    }
  }
}
