// What the test before saving needs of the settings: by itself, as the code that has read them is forgotten while it runs.
import { isAddress } from "../network/host.ts";
import type { Settings } from "../settings/settings.ts";

export interface TestPlan {
  /** Name and password of the first network, a line each. */
  readonly network: string;
  readonly country: string;
  /** As network-settings.ts has it. */
  readonly address: string;
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
}

/** @param address of network-settings.ts */
export function testPlanOf(settings: Settings, address: string): TestPlan {
  const host = settings.text("broker_host");
  return {
    network: `${settings.text("wifi_ssid")}\n${settings.text("wifi_password")}`,
    country: settings.text("wifi_country"),
    address,
    dnsServers: settings.text("dns_servers"),
    timeServer: settings.text("ntp_server"),
    host,
    isName: !isAddress(host),
    port: settings.integer("broker_port") & 0xffff,
    isTls: settings.text("broker_tls") === "true",
    authority: settings.text("broker_ca"),
    hasCertificate: settings.text("broker_cert") === "true",
    clientId: settings.text("client_id"),
    user: settings.text("broker_user"),
    password: settings.text("broker_password"),
    topic: settings.text("topic"),
    isAdafruit: settings.text("broker_kind") === "adafruit-io",
  };
}
