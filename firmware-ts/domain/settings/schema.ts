// The settings as a table: each key with its kind, its bounds, its default, and the sentence that its user reads when
// it is wrong. /settings.json is one JSON object with `version` and these keys.

/** The version of /settings.json that new ones have. */
export const SETTINGS_VERSION = 2;
/** One that is understood, too: it knew no TLS, so in it `broker_tls` is false unless it says otherwise. */
export const PLAIN_VERSION = 1;

/** Certificates that lie on each board, in /roots, by their names and with a space before each. */
export const AUTHORITIES = " isrg-root-x1 isrg-root-x2 amazon-root-ca-1 amazon-root-ca-3 digicert-global-root-g2";

export type SettingKind =
  | "text"
  | "digits"
  | "integer"
  | "host"
  | "authority"
  | "broker-kind"
  | "topic"
  | "phone-number"
  | "country"
  | "call-handling"
  | "ussd-codes"
  | "numbers"
  | "networks"
  | "contacts"
  | "addresses"
  | "address"
  | "interface"
  | "optional-host"
  | "time-zone"
  | "flag"
  | "key"
  | "panel-height"
  | "baud"
  | "privacy";

export interface SettingRow {
  readonly key: string;
  readonly kind: SettingKind;
  /** Texts: octets of UTF-8; integers: the value. */
  readonly min: number;
  readonly max: number;
  /** What holds without the key; a required key has none. */
  readonly fallback: string;
  readonly required: boolean;
  /** Never shown, printed or published. */
  readonly secret: boolean;
  /** Said when the value is missing or wrong; ASCII, as the display shows it too. */
  readonly sentence: string;
}

function row(key: string, kind: SettingKind, min: number, max: number, fallback: string, sentence: string): SettingRow {
  return { key, kind, min, max, fallback, required: false, secret: false, sentence };
}

function required(key: string, kind: SettingKind, min: number, max: number, sentence: string): SettingRow {
  return { key, kind, min, max, fallback: "", required: true, secret: false, sentence };
}

function secret(key: string, kind: SettingKind, min: number, max: number, sentence: string): SettingRow {
  return { key, kind, min, max, fallback: "", required: false, secret: true, sentence };
}

// The bounds: an SSID has 32 octets (IEEE 802.11 9.4.2.2), a passphrase 63 characters (IEEE 802.11 J.4.1); a topic
// leaves room for what follows it within the 120 octets that umqtt's SUBSCRIBE can hold.
/** All settings. Made anew for each question: the table is needed once, and would fill 2 KB of the heap for ever. */
export function settingRows(): SettingRow[] {
  return [
    ...networkRows(),
    required("broker_host", "host", 1, 253, "broker_host must be the name or the address of the MQTT broker."),
    row("broker_kind", "broker-kind", 4, 11, "mqtt", "broker_kind must be mqtt or adafruit-io."),
    row("broker_tls", "flag", 0, 0, "true", "broker_tls must be true or false."),
    // Without TLS it is 1883 (settings.ts).
    row("broker_port", "integer", 1, 65535, "8883", "broker_port must be a number from 1 to 65535."),
    row("broker_ca", "authority", 3, 32, "isrg-root-x1", `broker_ca must be own or one of${AUTHORITIES}.`),
    row("broker_cert", "flag", 0, 0, "false", "broker_cert must be true or false."),
    row("client_id", "text", 1, 128, "", "client_id must have 1 to 128 bytes; leave it out for the board's own."),
    row("broker_user", "text", 1, 128, "", "broker_user must have 1 to 128 bytes; leave it out for none."),
    secret("broker_password", "text", 1, 128, "broker_password must have 1 to 128 bytes; leave it out for none."),
    row("topic", "topic", 1, 80, "gateway", "topic must have 1 to 80 bytes without + and #, and no / at its ends."),
    row("queue_offline", "flag", 0, 0, "false", "queue_offline must be true or false."),
    row("publish_identity", "flag", 0, 0, "false", "publish_identity must be true or false."),
    row("number", "phone-number", 4, 16, "", "number must be the SIM's number: + and 3 to 15 digits."),
    secret(
      "sim_pin",
      "digits",
      4,
      8,
      "sim_pin must be the SIM's PIN: 4 to 8 digits; leave it out for a SIM without one.",
    ),
    row("calls", "call-handling", 6, 6, "ignore", "calls must be ignore or reject."),
    row(
      "ussd_codes",
      "ussd-codes",
      0,
      200,
      "",
      "ussd_codes must be a list of codes such as *100#, none that diverts or bars calls (**, ##, *21, *6x, *002, *004).",
    ),
    row(
      "balance_code",
      "ussd-codes",
      0,
      20,
      "",
      "balance_code must be a code such as *100#, none that diverts or bars calls (**, ##, *21, *6x, *002, *004).",
    ),
    row(
      "allowed_numbers",
      "numbers",
      0,
      1000,
      "",
      "allowed_numbers must be a list of numbers, or of prefixes such as +4477*, that may be sent to.",
    ),
    row("country_code", "digits", 1, 3, "", "country_code must have 1 to 3 digits, for example 44."),
    row("send_per_minute", "integer", 1, 25, "5", "send_per_minute must be a number from 1 to 25."),
    row("send_per_hour", "integer", 1, 1000, "20", "send_per_hour must be a number from 1 to 1000."),
    row("send_per_day", "integer", 1, 1000, "50", "send_per_day must be a number from 1 to 1000."),
    row("insecure_ok", "flag", 0, 0, "false", "insecure_ok must be true or false."),
    secret("key", "key", 64, 64, "key must have 64 hexadecimal digits; leave it out for no encryption."),
    row("require_signed", "flag", 0, 0, "false", "require_signed must be true or false."),
    row("home_assistant", "flag", 0, 0, "false", "home_assistant must be true or false."),
    row("ha_text", "flag", 0, 0, "false", "ha_text must be true or false."),
    row(
      "contacts",
      "contacts",
      0,
      700,
      "",
      'contacts must be a list of at most ten, {"name":"...","number":"..."} each; the name has 1 to 32 bytes.',
    ),
    row("legacy_topics", "flag", 0, 0, "false", "legacy_topics must be true or false."),
    row("legacy_number", "integer", 1, 99, "1", "legacy_number must be a number from 1 to 99."),
    row("modem_baud", "baud", 0, 0, "19200", "modem_baud must be 19200 or 115200."),
    row("parts_timeout_h", "integer", 1, 168, "24", "parts_timeout_h must be a number of hours from 1 to 168."),
    row("display_height", "panel-height", 32, 64, "", "display_height must be 32 or 64."),
    row("display_privacy", "privacy", 5, 6, "brief", "display_privacy must be brief, always or hidden."),
  ];
}

function networkRows(): SettingRow[] {
  return [
    required("wifi_ssid", "text", 1, 32, "wifi_ssid must be the name of the Wi-Fi network, 1 to 32 bytes."),
    secret(
      "wifi_password",
      "text",
      8,
      63,
      "wifi_password must have 8 to 63 characters; leave it out for an open network.",
    ),
    secret(
      "wifi_networks",
      "networks",
      0,
      900,
      'wifi_networks must be a list of at most nine more networks, {"ssid":"...","password":"..."} each; no password for an open one.',
    ),
    row(
      "wifi_address",
      "interface",
      9,
      18,
      "",
      "wifi_address must be an IPv4 address with its network's length, for example 192.168.1.20/24; leave it out for DHCP.",
    ),
    row(
      "wifi_gateway",
      "address",
      7,
      15,
      "",
      "wifi_gateway must be the router's IPv4 address, for example 192.168.1.1, and goes with wifi_address.",
    ),
    row(
      "dns_servers",
      "addresses",
      0,
      31,
      "",
      "dns_servers must be a list of one or two IPv4 addresses; leave it out for those that DHCP tells of.",
    ),
    row(
      "ntp_server",
      "optional-host",
      0,
      100,
      "pool.ntp.org",
      'ntp_server must be the name or the address of a time server, or "" for none.',
    ),
    row(
      "time_zone",
      "time-zone",
      4,
      64,
      "UTC0",
      "time_zone must be UTC0 or a zone as POSIX writes it, for example CET-1CEST,M3.5.0,M10.5.0/3.",
    ),
    row("wifi_country", "country", 2, 2, "GB", "wifi_country must be two capital letters, for example GB."),
  ];
}
