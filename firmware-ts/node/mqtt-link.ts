// Connections to the broker by npm's mqtt, one client for each: its own reconnecting and its store are switched off,
// so that nothing is sent again after the loop has given a message up. broker-link.ts has the deadlines.
import { connect as connectTcp, isIP, type Socket } from "node:net";
import { connect as connectTls } from "node:tls";
import { type IClientOptions, type ISubscriptionMap, MqttClient } from "mqtt";
import { OFFLINE, REQUEST_TOPIC, STATUS_TOPIC, topicBelow } from "../domain/api.ts";
import type { Settings } from "../domain/settings/settings.ts";
import { topicsOf } from "../domain/settings/side-settings.ts";
import { Announcer, type Note } from "./announcer.ts";
import type { BrokerNews, PublishOrder } from "./messages.ts";
import { PacketIdentifiers } from "./packet-identifiers.ts";
import type { TlsCredentials } from "./tls-credentials.ts";
import { tlsFailure } from "./tls-failure.ts";

/** PINGREQ after so long without a packet; without an answer the connection ends half of it later, at 30 s. */
const KEEPALIVE_S = 20;
/** Longer than the loop waits: it is the loop that gives up. */
const CONNECT_MS_MAX = 30_000;

/** Flags of a PUBLISH [MQTT-3.3.1], and the answer to a subscription that is not allowed [MQTT-3.9.3-2]. */
const RETAIN = 0x01;
const DUP = 0x08;
const SUBSCRIPTION_REFUSED = 0x80;

/** What CONNACK's return codes mean [MQTT-3.2.2.3]. */
const REFUSALS: readonly string[] = [
  "",
  "it does not speak MQTT 3.1.1",
  "it does not take the client identifier",
  "it is not available",
  "broker_user or broker_password is wrong",
  "this user may not connect: broker_user and broker_password may be missing",
];

export interface MqttLinkEvents {
  tell(news: BrokerNews): void;
  readonly note: Note;
}

/** A message without its acknowledgement. */
interface OpenMessage {
  readonly topic: string;
  readonly key: string;
  readonly payload: string;
  readonly identifier: number;
}

export class MqttLink {
  private readonly announcer: Announcer;
  private readonly identifiers = new PacketIdentifiers();
  /** The broker keeps the session while the gateway is away. */
  private readonly isQueueing: boolean;
  /** With a kept session, what was not acknowledged: it goes out again as it was [MQTT-4.4.0-1]. */
  private open: OpenMessage | null = null;
  /** The one that is under way, if it would be that. */
  private pending: OpenMessage | null = null;
  private readonly address: string;
  private client: MqttClient | null = null;
  /** On its way to be a connection, before the broker's certificate has been checked. */
  private opening: Socket | null = null;
  private connection = 0;

  /** @param tls null for a connection that anybody on the way can read */
  constructor(
    private readonly settings: Settings,
    private readonly tls: TlsCredentials | null,
    private readonly clientId: string,
    private readonly events: MqttLinkEvents,
  ) {
    this.announcer = new Announcer(events.note);
    this.isQueueing = settings.text("queue_offline") === "true";
    this.address = `${settings.text("broker_host")}, port ${settings.text("broker_port")}`;
  }

  /** Tells how it goes by news with this number. */
  connect(connection: number): void {
    this.drop();
    this.connection = connection;
    if (this.tls === null) this.speak(connection, this.openTcp());
    else this.openTls(connection, this.tls);
  }

  /** Nothing is said to the broker before its certificate has been checked. */
  private openTls(connection: number, tls: TlsCredentials): void {
    const { settings } = this;
    const host = settings.text("broker_host");
    const port = settings.integer("broker_port");
    const socket = connectTls({
      host,
      port,
      ca: tls.ca,
      minVersion: "TLSv1.2",
      // Said, as else NODE_TLS_REJECT_UNAUTHORIZED of the environment would say it.
      rejectUnauthorized: true,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      ...(tls.own ?? {}),
    });
    this.opening = socket.setNoDelay(true);
    socket.once("secureConnect", () => {
      if (this.opening !== socket) return;
      this.opening = null;
      this.speak(connection, socket);
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (this.opening !== socket) return;
      this.failed(tlsFailure(error, true) ?? error.code ?? error.message);
      this.events.tell({ news: "lost", connection });
    });
  }

  private speak(connection: number, socket: Socket): void {
    const client = new MqttClient(() => socket, this.options());
    let reason = "it closed the connection";
    this.open = this.pending ?? this.open;
    this.pending = null;
    this.client = client;
    client.on("connect", ({ sessionPresent }) => {
      if (this.client !== client) return;
      if (!sessionPresent) this.open = null;
      const how = this.tls === null ? ", not encrypted" : "";
      this.announcer.say(this.tls === null ? "W" : "I", `Connected to the broker at ${this.address}${how}.`);
      this.subscribe(client, connection);
    });
    client.on("message", (topic, payload, { retain, dup }) => {
      const flags = (retain ? RETAIN : 0) | (dup ? DUP : 0);
      if (this.client === client)
        this.events.tell({ news: "command", connection, topic: Buffer.from(topic), payload, flags });
    });
    client.on("error", (error) => {
      const { code, message } = error as { code?: number | string; message: string };
      reason = tlsFailure(error as NodeJS.ErrnoException, false) ?? (typeof code === "string" ? code : message);
      const isRefusal = typeof code === "number" && code > 0 && code < REFUSALS.length;
      if (isRefusal && this.client === client) this.refused(connection, code);
    });
    client.on("close", () => {
      if (this.client !== client) return;
      this.failed(reason);
      this.events.tell({ news: "lost", connection });
    });
  }

  /** QoS 1: acknowledged when PUBACK has come. */
  publish({ connection, key, message, topic, payload, retain, qos }: PublishOrder): void {
    if (connection !== this.connection) return;
    const { open } = this;
    const again = open !== null && open.topic === topic && open.key === key ? open : null;
    if (again !== null) this.identifiers.use(again.identifier);
    const sent = again ?? { topic, key, payload, identifier: this.identifiers.upcoming() };
    this.client?.publish(topic, sent.payload, { qos, retain, dup: again !== null }, (error) => {
      if (error || qos !== 1) return;
      if (this.open === sent) this.open = null;
      this.pending = null;
      this.events.tell({ news: "acknowledged", connection, message });
    });
    // What is told with each connection need not be told twice.
    if (qos === 1) this.pending = this.isQueueing && key !== "" ? sent : null;
  }

  /** @param isOrderly with DISCONNECT, so that the broker forgets the last will; else the loop has waited in vain */
  async close(connection: number, isOrderly: boolean): Promise<void> {
    const { client } = this;
    if (connection !== this.connection || (client === null && this.opening === null)) return;
    if (!isOrderly) this.failed("it does not answer in time");
    else if (client?.connected) {
      this.client = null;
      await client.endAsync();
    } else this.drop();
  }

  /**
   * A broker that does not allow it is one that gives no commands. A request is of no use later, so the broker shall keep
   * none: it keeps no messages of QoS 0 [MQTT-3.1.2-5].
   */
  private subscribe(client: MqttClient, connection: number): void {
    const topics = topicsOf(this.settings).split("\n");
    const wanted: ISubscriptionMap = {};
    for (const topic of topics) wanted[topic] = { qos: this.isQueueing && topic.endsWith(REQUEST_TOPIC) ? 0 : 1 };
    client.subscribe(wanted, (error, granted) => {
      if (this.client !== client) return;
      const isRefused = error !== null || (granted ?? []).some(({ qos }) => qos === SUBSCRIPTION_REFUSED);
      if (isRefused) this.events.note("W", `The broker does not allow to subscribe to ${topics.join(" and ")}.`);
      this.events.tell({ news: "connected", connection });
    });
  }

  private failed(reason: string): void {
    this.drop();
    this.announcer.say("W", `There is no connection to the broker at ${this.address} (${reason}). It is tried again.`);
  }

  private refused(connection: number, code: number): void {
    this.drop();
    this.announcer.say("E", `The broker at ${this.address} refuses the gateway: ${REFUSALS[code]}. It is tried again.`);
    this.events.tell({ news: "refused", connection, code });
  }

  /** Without a word: the broker publishes the last will. */
  private drop(): void {
    const { client, opening } = this;
    this.client = null;
    this.opening = null;
    opening?.destroy();
    client?.end(true);
  }

  private openTcp() {
    const { settings } = this;
    return connectTcp({ host: settings.text("broker_host"), port: settings.integer("broker_port"), noDelay: true });
  }

  private options(): IClientOptions {
    const { settings } = this;
    const topic = topicBelow(settings.text("topic"), STATUS_TOPIC);
    const user = settings.text("broker_user");
    return {
      protocolVersion: 4,
      clientId: this.clientId,
      clean: !this.isQueueing,
      messageIdProvider: this.identifiers,
      keepalive: KEEPALIVE_S,
      reconnectPeriod: 0,
      queueQoSZero: false,
      connectTimeout: CONNECT_MS_MAX,
      will: { topic, payload: Buffer.from(OFFLINE), qos: 1, retain: true },
      ...(user === "" ? {} : { username: user, password: settings.text("broker_password") }),
    };
  }
}
