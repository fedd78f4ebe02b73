// A broker with AWS IoT Core's rules, on aedes: mutual TLS, a policy document, connections that are ended where it does not allow
// something, publishes beyond a quota that nobody answers.
// Sources: AWS IoT Core Developer Guide, "AWS IoT Core policy actions", "Retained message policy examples", "MQTT"; AWS General
// Reference, "AWS IoT Core endpoints and quotas" (seven slashes, 128 KB).
import tls from "node:tls";
import { Aedes, type Client, type PublishPacket } from "aedes";
import { listen } from "../control/listen.ts";

const SLASHES_MAX = 7;
const PAYLOAD_OCTETS_MAX = 128 * 1024;

export interface Statement {
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

export interface Policy {
  readonly Statement: readonly Statement[];
}

export interface AwsOptions {
  readonly policy: Policy;
  /** The thing that the certificate is attached to. */
  readonly thing: string;
  readonly server: { readonly cert: string; readonly key: string };
  /** The last will is not looked at. */
  readonly isWillFree?: boolean;
  /** Who issued the certificates that are registered. */
  readonly clientAuthority: string;
}

interface Published {
  readonly topic: string;
  readonly text: string;
  readonly retain: boolean;
}

export class AwsIot {
  readonly published: Published[] = [];
  readonly attempts: number[] = [];
  /** So many publishes more are beyond the quota. */
  beyondQuota = 0;
  port = 0;
  private readonly server: tls.Server;

  private constructor(
    private readonly aedes: Aedes,
    private readonly options: AwsOptions,
  ) {
    const { server, clientAuthority } = options;
    const secure = { ...server, ca: clientAuthority, requestCert: true, rejectUnauthorized: true };
    this.server = tls.createServer({ ...secure, minVersion: "TLSv1.2" }, (socket) => {
      socket.on("error", () => {});
      // Who does not say whom he wants (SNI) is sent away ("Transport security in AWS IoT Core").
      if (!socket.servername) socket.destroy();
      else aedes.handle(socket);
    });
    this.server.on("tlsClientError", () => {});
  }

  static async start(options: AwsOptions): Promise<AwsIot> {
    const aedes = await Aedes.createBroker({ maxClientsIdLength: 128 });
    const broker = new AwsIot(aedes, options);
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

  /** Somebody of the account publishes. */
  publish(topic: string, text: string): void {
    const packet: PublishPacket = { cmd: "publish", topic, payload: text, qos: 1, retain: false, dup: false };
    this.aedes.publish(packet, () => {});
  }

  private setRules(): void {
    const { aedes } = this;
    // There is no CONNACK with a reason: the connection ends.
    aedes.preConnect = (client, { clientId, will, clean }, done) => {
      this.attempts.push(performance.now());
      const attributes = [...(will ? ["LastWill"] : []), ...(clean ? [] : ["PersistentConnect"])];
      const mayWill =
        !will ||
        this.options.isWillFree ||
        (this.allows("iot:Publish", will.topic) && (!will.retain || this.allows("iot:RetainPublish", will.topic)));
      const mayConnect = this.allows("iot:Connect", `${clientId}`, attributes) && mayWill;
      if (!mayConnect) client.conn.destroy();
      done(null, mayConnect);
    };
    aedes.authorizePublish = (client, packet, done) => {
      if (client === null) return done(null);
      const { topic, retain, payload } = packet;
      const isRight = topic.split("/").length - 1 <= SLASHES_MAX && payload.length <= PAYLOAD_OCTETS_MAX;
      const isAllowed = this.allows("iot:Publish", topic) && (!retain || this.allows("iot:RetainPublish", topic));
      if (!isRight || !isAllowed) return this.end(client);
      // What is beyond the quota is neither passed on nor acknowledged.
      if (this.beyondQuota > 0 && packet.qos > 0) this.beyondQuota -= 1;
      else {
        this.published.push({ topic, text: payload.toString(), retain });
        done(null);
      }
    };
    aedes.authorizeSubscribe = (client, subscription, done) => {
      if (client === null || this.allows("iot:Subscribe", subscription.topic)) done(null, subscription);
      else this.end(client);
    };
    aedes.authorizeForward = (_client, packet) => (this.allows("iot:Receive", packet.topic) ? packet : null);
  }

  private end(client: Client): void {
    client.conn.destroy();
  }

  private allows(action: string, name: string, attributes: readonly string[] = []): boolean {
    const { policy, thing } = this.options;
    return policy.Statement.some(
      ({ Effect, Action, Resource, Condition }) =>
        Effect === "Allow" &&
        Action.includes(action) &&
        Resource.some((resource) =>
          matches(resource.replace(/\$\{iot:Connection\.Thing\.ThingName\}/, thing), action, name),
        ) &&
        (action !== "iot:Connect" || attributes.every((each) => attributesIn(Condition).includes(each))),
    );
  }
}

function attributesIn(condition: Statement["Condition"] = {}): readonly string[] {
  const named = condition["ForAllValues:StringEquals"]?.["iot:ConnectAttributes"] ?? [];
  return typeof named === "string" ? [named] : named;
}

const KINDS: Readonly<Record<string, string>> = {
  "iot:Connect": "client",
  "iot:Subscribe": "topicfilter",
  "iot:Publish": "topic",
  "iot:RetainPublish": "topic",
  "iot:Receive": "topic",
};

/** In an ARN `*` stands for anything; MQTT's + and # for themselves. */
function matches(arn: string, action: string, name: string): boolean {
  const kind = KINDS[action] ?? "";
  const [, pattern] = new RegExp(`^arn:aws:iot:[^:]+:\\d+:${kind}/(.+)$`).exec(arn) ?? [];
  if (pattern === undefined) return false;
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
  return new RegExp(`^${escaped}$`).test(name);
}
