// The broker port on umqtt.simple. One rule keeps umqtt safe: after any failure the connection is closed, as half-read
// packets would be taken for something else.
import { urandom } from "os";
import { MQTTClient } from "umqtt.simple";
import { check, connect, ping, publish, subscribe, use_sockets } from "umqtt_guard";
import { OFFLINE, REQUEST_TOPIC, SEND_TOPIC, STATUS_TOPIC, topicBelow } from "../../domain/api.ts";
import { Backoff } from "../../domain/backoff.ts";
import { type Command, CommandQueue } from "../../domain/command-queue.ts";
import type { Millis } from "../../domain/millis.ts";
import type { Settings } from "../../domain/settings/settings.ts";
import type { Broker, BrokerState } from "../../ports/broker.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Waiting } from "../../ports/waiting.ts";
import type { Lookup } from "../network/lookup.ts";
import { BoundedSocket } from "./bounded-socket.ts";

const KEEPALIVE_S = 60;
/** TCP and CONNACK together, and a packet with its acknowledgement. */
const CONNECT_MS = 8000;
/** A connection that is refused is so within a round trip or two. */
const REFUSED_MS = 3000;
const ANSWER_MS = 6000;
const CHECK_EVERY_MS = 50;
const PING_AFTER_MS = 25000;
const SILENCE_MAX_MS = 30000;
/** CONNACK 4 and 5 [MQTT-3.2.2.3]: wrong password, not authorised. Asking again soon locks people out. */
const REFUSED_FOR_GOOD = 4;

export class MqttBroker implements Broker {
  private readonly socket: BoundedSocket;
  private readonly client: MQTTClient;
  private readonly backoff = new Backoff();
  private readonly encoder = new TextEncoder();
  private readonly topic: string;
  private readonly commands: CommandQueue;
  private current: BrokerState = "waiting";
  private waitSince: Millis = 0;
  private waitMs = 0;
  private checkedAt: Millis = 0;
  private pingedAt: Millis = 0;

  constructor(
    settings: Settings,
    clientId: string,
    private readonly clock: Clock,
    waiting: Waiting,
    private readonly lookup: Lookup,
  ) {
    this.socket = new BoundedSocket(settings.integer("broker_port") & 0xffff, clock, waiting);
    this.topic = settings.text("topic");
    this.commands = new CommandQueue(this.topic);
    this.client = this.clientFor(settings, clientId);
  }

  state(): BrokerState {
    return this.current;
  }

  poll(now: Millis, hasNetwork: boolean): void {
    if (this.current === "up") {
      if (hasNetwork) this.keepAlive(now);
      else this.fail("waiting");
    } else if (hasNetwork && now - this.waitSince >= this.waitMs) {
      if (this.isFound()) this.open();
    }
  }

  nextCommand(): Command | null {
    return this.commands.take();
  }

  publish(topic: string, payload: string, retain: boolean): boolean {
    if (this.current !== "up") return false;
    this.socket.arm(ANSWER_MS);
    const isTaken = publish(this.client, this.encoder.encode(topic), this.encoder.encode(payload), retain, 1);
    if (!isTaken) this.fail("unreachable");
    return isTaken;
  }

  tell(topic: string, payload: string): boolean {
    if (this.current !== "up") return false;
    this.socket.arm(ANSWER_MS);
    const isSent =
      publish(this.client, this.encoder.encode(topic), this.encoder.encode(payload), true, 0) && this.isFlushed();
    if (!isSent) this.fail("unreachable");
    return isSent;
  }

  /** Texts as octets: umqtt counts characters and sends octets. */
  private clientFor(settings: Settings, clientId: string): MQTTClient {
    const hasUser = settings.text("broker_user") !== "";
    const user = hasUser ? this.encoder.encode(settings.text("broker_user")) : null;
    const password = hasUser ? this.encoder.encode(settings.text("broker_password")) : null;
    // Server and port are the socket's business.
    const client = new MQTTClient(this.encoder.encode(clientId), "", 1883, user, password, KEEPALIVE_S);
    const willTopic = this.encoder.encode(topicBelow(settings.text("topic"), STATUS_TOPIC));
    client.set_last_will(willTopic, this.encoder.encode(OFFLINE), true, 1);
    client.set_callback((topic, payload) => this.arrived(topic, payload));
    return client;
  }

  /** Only notes what has come: it is in the middle of something. */
  private arrived(topic: ReadonlyUint8Array, payload: ReadonlyUint8Array): void {
    this.commands.put(topic, this.socket.isOverlong ? null : payload, this.socket.header);
    this.socket.isOverlong = false;
  }

  /** Whether it is known where the broker is. */
  private isFound(): boolean {
    this.socket.address = this.lookup.brokerAddress();
    if (this.socket.address !== "") return true;
    const failure = this.lookup.takeFailure();
    if (failure !== "") this.fail(failure);
    return false;
  }

  private open(): void {
    use_sockets(this.socket);
    this.socket.setblocking(true);
    this.socket.arm(CONNECT_MS);
    const since = this.clock.now();
    const answer = connect(this.client);
    const now = this.clock.now();
    // What fails at once was refused by somebody.
    this.lookup.reached(answer >= 0, answer >= 0 || now - since < REFUSED_MS, now);
    if (answer === 0 && this.subscribe(SEND_TOPIC) && this.subscribe(REQUEST_TOPIC)) {
      this.current = "up";
      this.backoff.reset();
      this.pingedAt = this.clock.now();
      return;
    }
    if (answer >= REFUSED_FOR_GOOD) this.backoff.slowDown();
    this.fail(answer > 0 ? "refused" : "unreachable");
  }

  /** @returns false without an answer; a broker that does not allow it is one that gives no commands */
  private subscribe(name: string): boolean {
    this.socket.arm(ANSWER_MS);
    return subscribe(this.client, this.encoder.encode(topicBelow(this.topic, name))) >= 0;
  }

  private fail(state: BrokerState): void {
    this.socket.close();
    this.current = state;
    this.waitSince = this.clock.now();
    this.waitMs = this.backoff.next(urandom(1)[0] ?? 0);
  }

  /** Takes in what has come; asks for a sign of life after 25 s without one, and waits 5 s for it. */
  private keepAlive(now: Millis): void {
    if (now - this.checkedAt < CHECK_EVERY_MS) return;
    this.checkedAt = now;
    this.socket.arm(ANSWER_MS);
    const first = check(this.client);
    // Any other packet than a message is nobody's: its rest would be taken for the next one.
    if (first !== 0) {
      this.fail("unreachable");
      return;
    }
    const silence = now - this.socket.receivedAt;
    if (silence >= SILENCE_MAX_MS) this.fail("unreachable");
    else if (silence >= PING_AFTER_MS && now - this.pingedAt >= PING_AFTER_MS) this.ping(now);
  }

  private ping(now: Millis): void {
    this.pingedAt = now;
    if (!ping(this.client) || !this.isFlushed()) this.fail("unreachable");
  }

  private isFlushed(): boolean {
    try {
      this.socket.flush();
      return true;
    } catch {
      return false;
    }
  }
}
