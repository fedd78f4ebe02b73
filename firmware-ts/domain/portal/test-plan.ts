// What the test before saving needs of the settings: by itself, as the code that has read them is forgotten while it runs; and as one
// text, which can be made anew when that code is gone (domain/anew.ts).
import { isAddress } from "../network/host.ts";

/** No setting holds it. */
const BETWEEN = "\0";

/** In the order of the text; `network` are name and password of the first network. */
const PLAN_KEYS: readonly string[] = [
  "wifi_ssid",
  "wifi_password",
  "wifi_country",
  "dns_servers",
  "ntp_server",
  "broker_host",
  "broker_port",
  "broker_tls",
  "broker_ca",
  "broker_cert",
  "client_id",
  "broker_user",
  "broker_password",
  "topic",
  "broker_kind",
];

export class TestPlan {
  /** Name and password of the first network, a line each. */
  readonly network: string;
  readonly country: string;
  readonly dnsServers: string;
  readonly timeServer: string;
  readonly host: string;
  readonly isName: boolean;
  readonly port: int<0, 65535>;
  readonly isTls: boolean;
  readonly authority: string;
  readonly hasCertificate: boolean;
  /** "" the board's own. */
  readonly clientId: string;
  readonly user: string;
  readonly password: string;
  /** Base of the topics. */
  readonly topic: string;
  readonly isAdafruit: boolean;
  /** The board's own, as network-settings.ts has it. */
  readonly address: string;

  /** @param text planText() */
  constructor(text: string) {
    const values = text.split(BETWEEN);
    this.network = `${values[0] ?? ""}\n${values[1] ?? ""}`;
    this.country = values[2] ?? "";
    this.dnsServers = values[3] ?? "";
    this.timeServer = values[4] ?? "";
    this.host = values[5] ?? "";
    this.isName = !isAddress(this.host);
    this.port = Number.parseInt(values[6] ?? "0", 10) & 0xffff;
    this.isTls = values[7] === "true";
    this.authority = values[8] ?? "";
    this.hasCertificate = values[9] === "true";
    this.clientId = values[10] ?? "";
    this.user = values[11] ?? "";
    this.password = values[12] ?? "";
    this.topic = values[13] ?? "";
    this.isAdafruit = values[14] === "adafruit-io";
    this.address = values[15] ?? "";
  }
}

/** @param settingOf what a setting is @param address of network-settings.ts */
export function planText(settingOf: (key: string) => string, address: string): string {
  let text = "";
  for (const key of PLAN_KEYS) text += settingOf(key) + BETWEEN;
  return text + address;
}
