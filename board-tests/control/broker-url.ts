// Addresses of MQTT brokers as users write them: mqtt://user:password@host:port, mqtts:// with TLS.

export interface BrokerAddress {
  host: string;
  port: number;
  user: string | null;
  password: string | null;
  tls: boolean;
}

const PORT_DEFAULT = 1883;
const TLS_PORT_DEFAULT = 8883;

/** The parts of a broker's address; null if it is none. Without a scheme `host:port` is understood as well. */
export function parseBrokerUrl(text: string): BrokerAddress | null {
  const withScheme = /^[a-z]+:\/\//i.test(text) ? text : `mqtt://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  const tls = url.protocol === "mqtts:";
  if ((!tls && url.protocol !== "mqtt:") || url.hostname === "" || !/^\/?$/.test(url.pathname)) return null;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (tls ? TLS_PORT_DEFAULT : PORT_DEFAULT) : Number(url.port),
    user: url.username === "" ? null : decodeURIComponent(url.username),
    password: url.password === "" ? null : decodeURIComponent(url.password),
    tls,
  };
}

/** The address for people, without the password. */
export function brokerText(address: BrokerAddress): string {
  const user = address.user === null ? "" : `${address.user}@`;
  return `${address.tls ? "mqtts" : "mqtt"}://${user}${address.host.includes(":") ? `[${address.host}]` : address.host}:${address.port}`;
}

/** What mqtt.connect() takes of an address. With TLS, Node's authorities count, and those of NODE_EXTRA_CA_CERTS. */
export function connectOptions({ host, port, user, password, tls }: BrokerAddress) {
  return {
    host,
    port,
    protocol: tls ? ("mqtts" as const) : ("mqtt" as const),
    ...(user === null ? {} : { username: user }),
    ...(password === null ? {} : { password }),
  };
}
