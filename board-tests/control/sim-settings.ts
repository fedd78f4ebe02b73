// The board's /settings.json in the simulator: what it starts with, and whose broker stands in it.

import { type BrokerAddress, brokerText } from "./broker-url.ts";
import { UsageError } from "./sim-options.ts";

export type BoardSettings = Record<string, unknown>;

/** The embedded broker as the board sees it; the virtual board's network leads it to this machine. */
export const EMBEDDED_HOST = "10.0.0.1";
export const EMBEDDED_PORT = 1883;
const TLS_PORT = 8883;

/** The gateway's number: one that Ofcom keeps free for examples. */
const NUMBER = "+447700900001";

/** To whom it may send: those numbers. */
const ALLOWED = "+447700900*";

export function defaultSettings(): BoardSettings {
  return {
    version: 2,
    wifi_ssid: "Simulator",
    wifi_password: "simulated",
    broker_host: EMBEDDED_HOST,
    broker_port: EMBEDDED_PORT,
    broker_tls: false,
    topic: "gateway",
    number: NUMBER,
    allowed_numbers: [ALLOWED],
    country_code: "44",
    insecure_ok: true,
  };
}

/** The settings with their broker replaced. */
export function withBroker(settings: BoardSettings, broker: BrokerAddress): BoardSettings {
  const { broker_user: _user, broker_password: _password, ...others } = settings;
  return {
    ...others,
    broker_host: broker.host,
    broker_port: broker.port,
    broker_tls: broker.tls,
    ...(broker.user === null ? {} : { broker_user: broker.user }),
    ...(broker.password === null ? {} : { broker_password: broker.password }),
  };
}

/** The settings in the text of a settings.json. Throws UsageError, naming `file`, if it holds no JSON object. */
export function parseSettings(text: string, file: string): BoardSettings {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as BoardSettings;
  } catch {
    // said below
  }
  throw new UsageError(`${file} must hold one JSON object, as docs/simulator.md shows it.`);
}

/** True if the board publishes to the broker inside the simulator, or may once it has settings. */
export function usesEmbeddedBroker(settings: BoardSettings): boolean {
  return settings.broker_host === EMBEDDED_HOST || Object.keys(settings).length === 0;
}

/** The broker's port that the settings name. */
export function portOfSettings(settings: BoardSettings): number {
  const { broker_port: port } = settings;
  if (typeof port === "number") return port;
  return isSecure(settings) && Object.keys(settings).length > 0 ? TLS_PORT : EMBEDDED_PORT;
}

/** Settings of before there was TLS mean none. */
function isSecure({ version, broker_tls: tls }: BoardSettings): boolean {
  return typeof tls === "boolean" ? tls : version !== 1;
}

/** The broker that the settings name, for people; "none" without one. */
export function brokerOfSettings(settings: BoardSettings): string {
  const { broker_host: host, broker_user: user } = settings;
  if (typeof host !== "string") return "none";
  return brokerText({
    host,
    port: portOfSettings(settings),
    user: typeof user === "string" ? user : null,
    password: null,
    tls: isSecure(settings),
  });
}

/** The base topic that the settings name. */
export function topicOfSettings(settings: BoardSettings): string {
  return typeof settings.topic === "string" ? settings.topic : "gateway";
}
