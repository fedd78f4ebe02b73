// Addresses of MQTT brokers as users write them: mqtt://user:password@host:port.

export interface BrokerAddress {
  host: string;
  port: number;
  user: string | null;
  password: string | null;
}

const PORT_DEFAULT = 1883;

/** The parts of a broker's address; null if it is none. Without a scheme `host:port` is understood as well. */
export function parseBrokerUrl(text: string): BrokerAddress | null {
  const withScheme = /^[a-z]+:\/\//i.test(text) ? text : `mqtt://${text}`;
  if (!URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  if (url.protocol !== "mqtt:" || url.hostname === "" || !/^\/?$/.test(url.pathname)) return null;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? PORT_DEFAULT : Number(url.port),
    user: url.username === "" ? null : decodeURIComponent(url.username),
    password: url.password === "" ? null : decodeURIComponent(url.password),
  };
}

/** The address for people, without the password. */
export function brokerText(address: BrokerAddress): string {
  const user = address.user === null ? "" : `${address.user}@`;
  return `mqtt://${user}${address.host.includes(":") ? `[${address.host}]` : address.host}:${address.port}`;
}

/** What mqtt.connect() takes of an address. */
export function connectOptions({ host, port, user, password }: BrokerAddress) {
  return {
    host,
    port,
    protocol: "mqtt" as const,
    ...(user === null ? {} : { username: user }),
    ...(password === null ? {} : { password }),
  };
}
