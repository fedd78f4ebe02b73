// Which setting stands in which part of the form, in what control, and what brokers are called there: for the build, which bakes it into
// the page. A test holds it against the schema, so that nothing needs a file.
import { AUTHORITIES, type SettingKind } from "../domain/settings/schema.ts";

/**
 * `#` and a part's title in strings.ts, `+` before it when it is not folded away; then its settings. `:` stands before what is no
 * setting: the list of brokers, whether anybody can listen, and the certificates.
 */
export const LAYOUT = `
+#wifi wifi_ssid wifi_password
+#broker :preset broker_host broker_port broker_tls :tls broker_ca :f_ca broker_cert :f_client :f_key broker_user broker_password client_id topic
+#sim sim_pin number
#sending allowed_numbers country_code send_per_minute send_per_hour send_per_day insecure_ok
#display display_height display_privacy
#ha home_assistant ha_text contacts
#e2e key require_signed
#advanced wifi_networks wifi_country wifi_address wifi_gateway dns_servers ntp_server time_zone broker_kind queue_offline publish_identity calls ussd_codes balance_code legacy_topics legacy_number modem_baud parts_timeout_h
`;

/**
 * What the page does with a kind of setting; all others are texts. `optional`: empty is a value, too; what ends with an s has a line an
 * entry; the name of a keyboard is that which phones show.
 */
export const CONTROLS: Partial<Record<SettingKind, string>> = {
  flag: "flag",
  integer: "numeric",
  baud: "numeric",
  "panel-height": "numeric",
  digits: "tel",
  "phone-number": "tel",
  numbers: "texts",
  addresses: "texts",
  networks: "networks",
  contacts: "contacts",
  "optional-host": "optional",
};

/** What stands in a list of choices; "" for "not set". */
export const CHOICES: Partial<Record<SettingKind, string>> = {
  authority: `${AUTHORITIES.trim()} own`,
  "broker-kind": "mqtt adafruit-io",
  "call-handling": "ignore reject",
  "panel-height": " 32 64",
  baud: "19200 115200",
  // And those that the phone and the settings know: time-zone.ts.
  "time-zone": "UTC0",
  privacy: "brief always hidden",
};

/** In both languages, by the preset's name; others are called by their title. */
export const BROKER_TITLES: Readonly<Record<string, string>> = {
  mosquitto: "Mosquitto",
  "mosquitto-tls": "Mosquitto + TLS",
  "mosquitto-certificates": "Mosquitto + TLS + X.509",
};

/** How the hosts of public services end. */
export const BROKER_HOSTS: Readonly<Record<string, string>> = {
  "hivemq-cloud": ".hivemq.cloud",
  "adafruit-io": "io.adafruit.com",
  "aws-iot-core": ".amazonaws.com",
};
