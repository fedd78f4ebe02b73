// What the settings of each broker in docs/brokers.md have in common, beside its address and who the gateway is there. Not on
// the board: for whoever makes settings. A test holds it against that page, another one follows the page with a broker of each kind.

export interface Preset {
  readonly name:
    | "mosquitto"
    | "mosquitto-tls"
    | "mosquitto-certificates"
    | "rabbitmq"
    | "hivemq-cloud"
    | "adafruit-io"
    | "aws-iot-core";
  /** Its section in docs/brokers.md. */
  readonly title: string;
  /** As in /settings.json. */
  readonly settings: {
    readonly broker_kind?: string;
    readonly broker_tls?: boolean;
    readonly broker_ca?: string;
    readonly broker_cert?: boolean;
  };
  /** Settings that it cannot do without. */
  readonly needs: readonly string[];
}

const PASSWORD: readonly string[] = ["broker_host", "broker_user", "broker_password"];

export const PRESETS: readonly Preset[] = [
  { name: "mosquitto", title: "Mosquitto without TLS", settings: { broker_tls: false }, needs: PASSWORD },
  { name: "mosquitto-tls", title: "Mosquitto with TLS", settings: { broker_ca: "own" }, needs: PASSWORD },
  {
    name: "mosquitto-certificates",
    title: "Mosquitto with client certificates",
    settings: { broker_ca: "own", broker_cert: true },
    needs: ["broker_host"],
  },
  { name: "rabbitmq", title: "RabbitMQ", settings: { broker_ca: "own" }, needs: PASSWORD },
  { name: "hivemq-cloud", title: "HiveMQ Cloud", settings: {}, needs: PASSWORD },
  {
    name: "adafruit-io",
    title: "Adafruit IO",
    settings: { broker_kind: "adafruit-io", broker_ca: "digicert-global-root-g2" },
    needs: PASSWORD,
  },
  {
    name: "aws-iot-core",
    title: "AWS IoT Core",
    settings: { broker_ca: "amazon-root-ca-1", broker_cert: true },
    needs: ["broker_host", "client_id"],
  },
];
