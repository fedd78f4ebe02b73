// An MQTT 3.1.1 broker inside the worker, for virtual time: QoS 0 and 1, retained messages, wills, sessions.
// In: connections of the virtual network. Out: answers, and a record of everything with its moment.
// Its answers are compared with aedes and mosquitto in tests/broker-conformance.test.ts.

import type { Clock } from "../../virtual-board/clock.ts";
import type { TcpListener, TcpPeer } from "../virtual-network.ts";
import { Connection } from "./connection.ts";
import { type BrokerFaults, WELL } from "./faults.ts";
import type { Connect, Publish, Will } from "./packets.ts";
import { Session } from "./session.ts";
import { matches } from "./topics.ts";

export interface BrokerSettings {
  /** Passwords by user; null: everybody may. */
  users: Readonly<Record<string, string>> | null;
}

export type BrokerEvent =
  | { type: "connected"; atMs: number; clientId: string; clean: boolean; keepAliveS: number }
  | { type: "disconnected"; atMs: number; clientId: string; orderly: boolean }
  | { type: "subscribed"; atMs: number; clientId: string; filter: string; qos: number }
  | (ReceivedMessage & { type: "published" });

export interface ReceivedMessage {
  /** Counts the messages from 1. */
  number: number;
  atMs: number;
  clientId: string;
  topic: string;
  payload: Uint8Array;
  qos: 0 | 1;
  retain: boolean;
  dup: boolean;
  /** 0 with QoS 0. */
  packetId: number;
}

export interface BrokerReport {
  events: BrokerEvent[];
  /** Clients that are connected now. */
  clients: string[];
  retained: { topic: string; payload: Uint8Array; qos: 0 | 1 }[];
}

const EVENTS_MAX = 10_000;
/** Of a broker that throttles: so many messages at once. */
const BURST = 5;

export class MqttBroker {
  readonly faults: BrokerFaults = { ...WELL };
  /** What happened, oldest first. */
  readonly events: BrokerEvent[] = [];
  private readonly sessions = new Map<string, Session>();
  private readonly retained = new Map<string, { payload: Uint8Array; qos: 0 | 1 }>();
  private readonly connections = new Map<string, Connection>();
  /** Of a broker that throttles: until when each client's allowance is used up. */
  private readonly usedUntilMs = new Map<string, number>();
  private unnamed = 0;
  private received = 0;

  constructor(
    readonly clock: Clock,
    private readonly settings: BrokerSettings = { users: null },
  ) {}

  /** Takes a connection: give this to VirtualNetwork.listen. */
  readonly accept = (peer: TcpPeer): TcpListener => {
    const connection = new Connection(this, peer);
    if (this.faults.away) connection.end(false);
    return connection;
  };

  /** Messages that clients have published, oldest first. */
  get messages(): ReceivedMessage[] {
    return this.events.filter((event) => event.type === "published");
  }

  /** Messages that came after the one with this `number`. */
  messagesAfter(number: number): ReceivedMessage[] {
    return this.messages.filter((message) => message.number > number);
  }

  /** Switches faults on or off; what is not named stays as it is. */
  setFaults(faults: Partial<BrokerFaults>): void {
    Object.assign(this.faults, faults);
    if (faults.away) this.dropConnections();
  }

  /** Everything that happened, and the retained messages, as plain data. */
  report(): BrokerReport {
    const retained = [...this.retained].map(([topic, { payload, qos }]) => ({ topic, payload, qos }));
    return { events: [...this.events], clients: [...this.connections.keys()], retained };
  }

  /** A message from elsewhere, as if another client had published it. */
  publish(topic: string, payload: Uint8Array, qos: 0 | 1 = 0, retain = false): void {
    this.route({ topic, payload, qos, retain, dup: false, packetId: 0 });
  }

  /** Ends every connection without a word, as a broker that crashes. */
  dropConnections(): void {
    for (const connection of [...this.connections.values()]) connection.end(false);
  }

  /** These octets to each client, whatever they are. */
  inject(bytes: Uint8Array): void {
    for (const connection of this.connections.values()) connection.inject(bytes);
  }

  /** As a broker that keeps its sessions in memory, and has crashed. */
  forgetSessions(): void {
    this.dropConnections();
    this.sessions.clear();
  }

  /** CONNACK's return code for a client that asks to come in. */
  admission(connect: Connect): number {
    if (this.faults.refuseCode !== 0) return this.faults.refuseCode;
    if (connect.level !== 4) return 1;
    if (connect.clientId === "" && !connect.clean) return 2;
    const { users } = this.settings;
    return users === null || (connect.user !== undefined && users[connect.user] === connect.password) ? 0 : 5;
  }

  /** Opens the session of a client; an older connection of the same client ends [MQTT-3.1.4-2]. */
  open(connection: Connection, connect: Connect): { session: Session; present: boolean } {
    const clientId = connect.clientId === "" ? `auto-${++this.unnamed}` : connect.clientId;
    this.connections.get(clientId)?.end(false);
    const known = connect.clean ? undefined : this.sessions.get(clientId);
    const session = known ?? new Session(clientId, connect.clean);
    this.sessions.set(clientId, session);
    this.connections.set(clientId, connection);
    const { clean, keepAliveS } = connect;
    this.record({ type: "connected", atMs: this.clock.now(), clientId, clean, keepAliveS });
    return { session, present: known !== undefined };
  }

  /** A connection has ended: in good order by DISCONNECT, or else with the client's will. */
  close(connection: Connection, session: Session, orderly: boolean, will: Will | undefined): void {
    session.wire = undefined;
    if (this.connections.get(session.clientId) === connection) this.connections.delete(session.clientId);
    if (session.clean && this.sessions.get(session.clientId) === session) this.sessions.delete(session.clientId);
    this.record({ type: "disconnected", atMs: this.clock.now(), clientId: session.clientId, orderly });
    if (will && !orderly) this.route({ ...will, dup: false, packetId: 0 });
  }

  /** Whether a client's message is beyond its allowance; else it is counted. */
  isThrottled(clientId: string): boolean {
    const { publishEveryMs } = this.faults;
    const now = this.clock.now();
    const until = Math.max(this.usedUntilMs.get(clientId) ?? 0, now) + publishEveryMs;
    if (until > now + BURST * publishEveryMs) return true;
    this.usedUntilMs.set(clientId, until);
    return false;
  }

  take(session: Session, message: Publish): void {
    const atMs = this.clock.now();
    const number = ++this.received;
    this.record({ type: "published", number, atMs, clientId: session.clientId, ...message });
    this.route(message);
  }

  /** Takes a subscription and sends the retained messages that it takes [MQTT-3.8.4-3]. Returns the granted QoS. */
  subscribe(session: Session, filter: string, qos: 0 | 1): void {
    session.subscribe({ filter, qos });
    this.record({ type: "subscribed", atMs: this.clock.now(), clientId: session.clientId, filter, qos });
  }

  sendRetained(session: Session, filter: string, qos: 0 | 1): void {
    for (const [topic, message] of this.retained) {
      if (!matches(filter, topic)) continue;
      session.deliver(topic, message.payload, Math.min(qos, message.qos) as 0 | 1, true);
    }
  }

  private route(message: Publish): void {
    if (message.retain) this.retain(message);
    for (const session of this.sessions.values()) {
      const qos = session.qosFor(message.topic);
      if (qos === undefined) continue;
      session.deliver(message.topic, message.payload, Math.min(qos, message.qos) as 0 | 1, false);
    }
  }

  private retain({ topic, payload, qos }: Publish): void {
    if (payload.length === 0) this.retained.delete(topic);
    else this.retained.set(topic, { payload, qos });
  }

  private record(event: BrokerEvent): void {
    this.events.push(event);
    if (this.events.length > EVENTS_MAX) this.events.shift();
  }
}
