// What is wrong with a setting, in German: a sentence for each key, as the schema has them in English. By its kind with its bounds, or of
// its own, where the gateway also refuses it because of another one.
import { type SettingRow, settingRows } from "../domain/settings/schema.ts";

/** `{0}` and `{1}` are the bounds. */
const BY_KIND: Readonly<Record<SettingRow["kind"], string>> = {
  text: "{0} bis {1} Byte.",
  digits: "{0} bis {1} Ziffern.",
  integer: "Eine Zahl von {0} bis {1}.",
  host: "Name oder Adresse des Brokers, ohne mqtt:// davor.",
  authority: "„own“ oder eine der Stellen in der Liste.",
  "broker-kind": "mqtt oder adafruit-io.",
  topic: "{0} bis {1} Byte ohne + und #, kein / am Anfang und am Ende.",
  "phone-number": "+ und 3 bis 15 Ziffern, zum Beispiel +491701234567.",
  country: "Zwei große Buchstaben, zum Beispiel DE.",
  "call-handling": "ignore oder reject.",
  "ussd-codes": "Codes wie *100#, keine, die Anrufe umleiten oder sperren (**, ##, *21, *6x, *002, *004).",
  numbers: "Nummern, oder Anfänge wie +4917*, an die gesendet werden darf.",
  networks: "Höchstens neun Netze; ein Name hat bis zu 32 Byte, ein Passwort 8 bis 63 Zeichen.",
  contacts: "",
  addresses: "Eine oder zwei IPv4-Adressen, zum Beispiel 192.168.1.1; leer für die von DHCP.",
  address: "IPv4-Adresse des Routers, zum Beispiel 192.168.1.1; sie gehört zur festen Adresse.",
  interface: "IPv4-Adresse mit Länge des Netzes, zum Beispiel 192.168.1.20/24; leer für DHCP.",
  "optional-host": "Name oder Adresse eines Zeitservers; leer für keinen.",
  "time-zone": "UTC0 oder eine Zone, wie POSIX sie schreibt, zum Beispiel CET-1CEST,M3.5.0,M10.5.0/3.",
  flag: "Ja oder nein.",
  key: "64 Hexadezimalziffern; leer für keine Verschlüsselung.",
  "panel-height": "32 oder 64.",
  baud: "19200 oder 115200.",
  privacy: "brief, always oder hidden.",
};

/** In the place of the kind's. */
const BY_KEY: Readonly<Record<string, string>> = {
  wifi_ssid: "Ein Netz wählen; ein Name hat 1 bis 32 Byte.",
  wifi_password: "{0} bis {1} Zeichen; leer für ein offenes Netz.",
  client_id: "{0} bis {1} Byte; leer für die des Gateways.",
  broker_user: "{0} bis {1} Byte; leer für keinen.",
  broker_password: "{0} bis {1} Byte; leer für keines.",
  sim_pin: "{0} bis {1} Ziffern; leer für eine SIM ohne PIN.",
  country_code: "{0} bis {1} Ziffern, zum Beispiel 49.",
  broker_kind:
    "Adafruit IO braucht Benutzer und Passwort, kein / im Topic, und queue_offline, home_assistant und legacy_topics aus.",
  require_signed: "Braucht den Schlüssel: Mit ihm werden Befehle signiert.",
  legacy_topics: "Muss aus sein, wo es einen Schlüssel gibt: Die alten Topics tragen Klartext.",
  ha_text: "Muss aus sein, wo es einen Schlüssel gibt: Home Assistant bekommt Klartext.",
  contacts:
    "Höchstens zehn, jeder mit einem Namen von 1 bis 32 Byte und einer Nummer, die in den erlaubten steht; jede einmal. Keine bei Schlüssel und Home Assistant.",
};

export function germanSentences(): (readonly [key: string, sentence: string])[] {
  return settingRows().map(({ key, kind, min, max }) => {
    const sentence = BY_KEY[key] ?? BY_KIND[kind];
    return [key, sentence.replace("{0}", `${min}`).replace("{1}", `${max}`)] as const;
  });
}
