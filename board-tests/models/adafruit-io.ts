// A broker with Adafruit IO's rules, on aedes: values of 1 KB, so many a minute, `throttle` and `errors` for who goes beyond, no will, nothing
// retained, `/get` for the last value of a feed; and an acknowledgement says nothing of whether a value was taken.
// Source: io.adafruit.com/api/docs/mqtt.html ("MQTT API Rate Limiting", "Error Topics", "MQTT Get"); 1,000 characters a value is the
// smaller of the figures that its pages give.
import { createServer, type Server } from "node:net";
import { createServer as createSecureServer } from "node:tls";
import { Aedes, type PublishPacket } from "aedes";
import { listen } from "../control/listen.ts";

const MINUTE_MS = 60_000;
const VALUE_OCTETS_MAX = 1_000;

export interface FeedValue {
  readonly feed: string;
  readonly text: string;
  readonly atMs: number;
}

export class AdafruitIo {
  readonly values: FeedValue[] = [];
  /** What was sent to `throttle` and `errors`, and what a client may not do at all. */
  readonly complaints: string[] = [];
  /** So many values more are acknowledged, and lost without a word. */
  lost = 0;
  /** So many values more are throttled, whoever else has used the account. */
  throttled = 0;
  /** So many are taken before those. */
  spared = 0;
  port = 0;

  private constructor(
    private readonly aedes: Aedes,
    private readonly server: Server,
    private readonly user: string,
    private readonly perMinute: number,
  ) {}

  /**
   * @param perMinute values: 30 for a free account
   * @param secure certificate and key; none: without TLS
   */
  static async start(
    user: string,
    key: string,
    perMinute = 30,
    secure?: { readonly cert: string; readonly key: string },
  ): Promise<AdafruitIo> {
    const aedes = await Aedes.createBroker({ maxClientsIdLength: 128 });
    const server = secure ? createSecureServer(secure, aedes.handle) : createServer(aedes.handle);
    const broker = new AdafruitIo(aedes, server, user, perMinute);
    aedes.authenticate = (_client, name, password, done) => done(null, name === user && `${password}` === key);
    broker.setRules();
    await listen(broker.server, 0);
    const address = broker.server.address();
    broker.port = typeof address === "object" && address !== null ? address.port : 0;
    return broker;
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.aedes.close(() => resolve()));
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  /** The most values within any minute. */
  busiestMinute(): number {
    const times = this.values.map(({ atMs }) => atMs);
    return Math.max(0, ...times.map((from) => times.filter((at) => at >= from && at < from + MINUTE_MS).length));
  }

  private setRules(): void {
    const { aedes, user } = this;
    aedes.preConnect = (_client, { will, clean }, done) => {
      if (will) this.complaints.push("will");
      if (!clean) this.complaints.push("session");
      done(null, true);
    };
    aedes.authorizeSubscribe = (_client, subscription, done) => {
      const isOwn = subscription.topic.startsWith(`${user}/`);
      if (!isOwn) this.complaints.push(`subscribe ${subscription.topic}`);
      done(null, isOwn ? subscription : null);
    };
    aedes.authorizePublish = (client, packet, done) => {
      if (client === null) return done(null);
      const isTaken = this.take(packet.topic, packet.payload.toString(), packet.retain);
      // What is not taken goes nowhere, and is acknowledged all the same.
      if (!isTaken) packet.topic = "nowhere";
      packet.retain = false;
      done(null);
    };
  }

  private take(topic: string, text: string, isRetained: boolean): boolean {
    const feed = new RegExp(`^${this.user}/feeds/([a-z0-9-]+(?:\\.[a-z0-9-]+)?)(/get)?$`).exec(topic);
    if (feed === null) return this.complain("errors", `${topic} is not a valid feed`);
    if (feed[2] !== undefined) return this.get(feed[1] ?? "", topic);
    if (isRetained) this.complaints.push(`retain ${topic}`);
    if (Buffer.byteLength(text) > VALUE_OCTETS_MAX) return this.complain("errors", "value is too long");
    const atMs = performance.now();
    const recent = this.values.filter((value) => value.atMs > atMs - MINUTE_MS).length;
    const isSpared = this.throttled === 0 || this.spared > 0;
    this.spared = Math.max(this.spared - 1, 0);
    if (recent >= this.perMinute || !isSpared) {
      this.throttled = Math.max(this.throttled - 1, 0);
      return this.complain("throttle", "data rate limit reached, 12 seconds until throttle released");
    }
    if (this.lost > 0) {
      this.lost -= 1;
      return false;
    }
    this.values.push({ feed: feed[1] ?? "", text, atMs });
    return true;
  }

  private get(name: string, topic: string): boolean {
    const last = this.values.filter(({ feed }) => feed === name).at(-1);
    if (last) this.say(topic.replace(/\/get$/, ""), last.text);
    return false;
  }

  private complain(where: "errors" | "throttle", text: string): false {
    this.complaints.push(`${where}: ${text}`);
    this.say(`${this.user}/${where}`, text);
    return false;
  }

  /** Somebody of the account publishes, or the service itself. */
  say(topic: string, text: string): void {
    const packet: PublishPacket = { cmd: "publish", topic, payload: text, qos: 1, retain: false, dup: false };
    this.aedes.publish(packet, () => {});
  }
}
