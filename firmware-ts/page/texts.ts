// All that a user reads, English and German, with `|` between: one table. A setting's key is its label, KEY_h its hint; m_ the modem's
// words, r_ the network's, s_ and t_ the test's steps and their states, p_ what went wrong, e_ refusals. Where there is no English text,
// the word itself is one. What is wrong with a setting the board says in English; german-sentences.ts has KEY_w. The page has the English
// texts in it, and asks the board for the German ones when they are wanted (scripts/build/setup-page.ts), so that it loads quickly.
import { germanSentences } from "./german-sentences.ts";

export const TEXTS: Record<string, string> = {
  away: "No answer: is this device in the gateway's Wi-Fi?|Das Gateway antwortet nicht. Ist dieses Gerät in seinem WLAN?",
  idle: "Setup ends in {0} s.|Das Einrichten endet in {0} s.",

  modem: "Modem",
  signal: "Signal",
  operator: "Network|Netz",
  sim: "SIM",
  stored: "Messages on it|Nachrichten darauf",
  good: "strong|stark",
  fair: "fair|mittel",
  weak: "weak|schwach",
  m_ready: "|bereit",
  m_starting: "|startet",
  m_silent: "silent: wires, supply?|stumm: Kabel, Versorgung?",
  "m_no-power": "no power: 4 V, 2 A?|kein Strom: 4 V, 2 A?",
  "m_no-sim": "no SIM|keine SIM",
  m_none: "none|keine",
  m_pin: "wants its PIN|will ihre PIN",
  m_puk: "wants its PUK|will ihre PUK",
  "m_wrong-pin": "PIN wrong|PIN falsch",
  r_home: "registered|eingebucht",
  r_roaming: "|Roaming",
  r_searching: "|sucht",
  r_denied: "refused|abgelehnt",
  r_none: "none|keins",

  show: "Show|Zeigen",
  is_set: "Set; empty keeps it.|Gesetzt; leer: bleibt.",
  delete: "delete|löschen",

  wifi: "Wi-Fi|WLAN",
  wifi_ssid: "Network|Netz",
  wifi_ssid_h: "2.4 GHz, as seen at the start.|2,4 GHz, Stand beim Start.",
  locked: "locked|gesichert",
  open: "open|offen",
  other: "Other …|Anderes …",
  wifi_password: "Password|Passwort",
  new_net: "Enter its password.|Passwort dieses Netzes eingeben.",

  broker: "MQTT broker|MQTT-Broker",
  preset: "Broker",
  choose: "Choose …|Wählen …",
  needed: "Still needed|Es fehlt noch",
  broker_host: "Host",
  broker_host_h: "Name or address|Name oder Adresse",
  broker_port: "Port",
  broker_tls: "Encrypt (TLS)|Verschlüsseln (TLS)",
  tls: "Encrypted; the broker's certificate is checked.|Mit TLS verschlüsselt; das Zertifikat des Brokers wird geprüft.",
  plain:
    "NOT encrypted: anybody in the network can read messages and password.|NICHT verschlüsselt: Jeder im Netz kann Nachrichten und Passwort lesen.",
  broker_ca: "Certificate authority|Zertifizierungsstelle",
  o_own: "my own|eigene",
  broker_cert: "Client certificate|Client-Zertifikat",
  broker_user: "User|Benutzer",
  broker_password: "Password|Passwort",
  client_id: "Client identifier|Client-ID",
  client_id_h: "Empty: the gateway's own|Leer: die des Gateways",
  topic: "Topic",
  topic_h: "Begins all topics; no + or #.|Damit beginnen alle Topics; ohne + und #.",
  broker_kind: "Protocol|Protokoll",

  f_ca: "CA certificate|CA-Zertifikat",
  f_client: "Client certificate|Client-Zertifikat",
  f_key: "Client key (EC P-256)|Client-Schlüssel (EC P-256)",
  paste:
    "Paste the PEM text, or open http://192.168.4.1 in a browser to choose a file.|PEM-Text einfügen, oder http://192.168.4.1 im Browser öffnen und Datei wählen.",
  right: "OK, {0} bytes.|OK, {0} Byte.",
  missing: "Missing.|Fehlt.",
  no_certificate: "No certificate.|Kein Zertifikat.",
  no_key: "No private key.|Kein privater Schlüssel.",
  rsa_key:
    "RSA is too slow: make one of EC P-256.|RSA ist hier zu langsam: Eine Signatur dauert 6 s, das Gateway startet neu. Schlüssel mit EC P-256 machen.",
  other_key: "Not EC P-256.|Nicht EC P-256.",
  locked_key: "Has a passphrase: openssl pkey -in FILE|Hat ein Kennwort: openssl pkey -in DATEI",

  sim_pin: "PIN",
  number: "Number|Nummer",
  number_h: "+447001234",

  sending: "Send messages|Nachrichten senden",
  allowed_numbers: "Allowed recipients|Erlaubte Empfänger",
  allowed_numbers_h:
    "One a line; +4477* for all that begin so. Empty: none.|Je Zeile eine Nummer, oder +4917* für alle mit diesem Anfang. Leer: keine.",
  country_code: "Country code|Landesvorwahl",
  country_code_h: "44|49",
  send_per_minute: "Limit a minute|Grenze je Minute",
  send_per_hour: "Limit an hour|Grenze je Stunde",
  send_per_day: "Limit a day|Grenze je Tag",
  insecure_ok: "Even without user or certificate|Auch ohne Benutzer und Zertifikat",

  display: "Display",
  display_height: "Rows|Zeilen",
  o_: "not known|nicht bekannt",
  display_privacy: "Show messages|Nachrichten zeigen",
  o_brief: "30 s, then the sender|30 s, dann den Absender",
  o_always: "|immer",
  o_hidden: "never|nie",

  ha: "Home Assistant",
  home_assistant: "Discovery|Erkennung",
  ha_text: "Give it texts and codes|Ihm Texte und Codes geben",
  contacts: "Contacts|Kontakte",
  contacts_h: "Two lines each: name, allowed number.|Je zwei Zeilen: Name, erlaubte Nummer.",

  e2e: "End-to-end encryption|Ende-zu-Ende-Verschlüsselung",
  key: "Key|Schlüssel",
  key_h: "64 hexadecimal digits. Readers need it, too.|64 Hexadezimalziffern. Leser brauchen ihn auch.",
  generate: "Make one|Erzeugen",
  once: "Copy it now: not shown again.|Jetzt kopieren: Er wird nie mehr gezeigt.",
  require_signed: "Signed commands only|Nur signierte Befehle",

  advanced: "Advanced|Weiteres",
  wifi_networks: "More networks|Weitere Netze",
  wifi_networks_h:
    "Two lines each: name, password. Replaces all.|Je zwei Zeilen: Name, Passwort. Sie ersetzen die gesetzten.",
  wifi_country: "Country|Land",
  wifi_country_h: "GB|DE",
  wifi_address: "Fixed address|Feste Adresse",
  wifi_address_h: "192.168.1.20/24",
  wifi_gateway: "Router",
  wifi_gateway_h: "192.168.1.1",
  dns_servers: "Name servers|DNS-Server",
  dns_servers_h: "192.168.1.1",
  ntp_server: "Time server|Zeitserver",
  time_zone: "Time zone|Zeitzone",
  queue_offline: "Broker keeps commands|Broker hebt Befehle auf",
  publish_identity: "Publish IMEI, ICCID|IMEI, ICCID veröffentlichen",
  calls: "Calls|Anrufe",
  o_ignore: "|klingeln lassen",
  o_reject: "|abweisen",
  ussd_codes: "USSD codes|USSD-Codes",
  ussd_codes_h: "*100#,*101#",
  balance_code: "Balance|Guthaben",
  balance_code_h: "*100#",
  legacy_topics: "Old topics|Alte Topics",
  legacy_number: "Old number|Alte Nummer",
  modem_baud: "Modem (baud)|Modem (Baud)",
  parts_timeout_h: "Hours to wait for parts|Stunden für fehlende Teile",

  finish: "Test and save|Testen und speichern",
  finish_h:
    "This device may lose the Wi-Fi: join it again. The display shows the result.|Dieses Gerät kann dabei das WLAN verlieren: neu verbinden. Auch das Display zeigt das Ergebnis.",
  test: "Test|Testen",
  save: "Save|Speichern",
  save_anyway: "Save anyway|Trotzdem speichern",
  correct: "Please correct: {0}|Bitte korrigieren: {0}",
  s_wifi: "Wi-Fi|WLAN",
  s_time: "Time|Zeit",
  s_dns: "Broker's address|Adresse des Brokers",
  s_tcp: "Connection|Verbindung",
  s_tls: "TLS",
  s_connack: "Log in|Anmeldung",
  s_message: "Test message|Testnachricht",
  t_waiting: "|wartet",
  t_running: "|läuft",
  t_done: "|fertig",
  t_failed: "|misslungen",
  t_skipped: "|entfällt",
  testing: "Testing, {0} s …|Test läuft, {0} s …",
  patience:
    "Busy with the broker, a minute or so.|Das Gateway ist mit dem Broker beschäftigt; diese Seite fragt weiter, etwa eine Minute lang.",
  passed: "It works. Save now.|Es geht. Jetzt speichern.",
  changed: "Changed since the test.|Seit dem Test geändert.",
  saved:
    "Saved. The gateway restarts and is at work in 20 s. Put the switch back.|Gespeichert. Das Gateway startet neu und arbeitet in 20 s. Schalter zurückstellen.",

  p_: "Failed: {0}|Misslungen: {0}",
  "p_no-network": "Not found. Name? Too far? 5 GHz only?|Nicht gefunden. Name? Zu weit? Nur 5 GHz?",
  "p_wrong-key": "Password refused. WPA3 only? Allow WPA2.|Passwort abgelehnt. Nur WPA3? WPA2 erlauben.",
  "p_no-address": "The router gives no address: DHCP?|Der Router gibt keine Adresse: DHCP?",
  "p_no-time":
    "No time server answers: UDP port 123?|Kein Zeitserver antwortet: UDP-Port 123? Ohne Datum ist kein Zertifikat prüfbar.",
  "p_no-name": "Unknown host: typing error?|Niemand kennt diesen Host: Tippfehler?",
  "p_no-dns": "No name server answers: enter the address.|Kein DNS-Server antwortet: die Adresse eingeben.",
  "p_ipv6-only": "Has IPv6 only.|Hat nur IPv6.",
  p_refused: "Nobody listens there: broker, port?|Dort hört niemand: Ist der Broker an, stimmt der Port?",
  p_silent: "No answer: host, firewall?|Keine Antwort: Host, Firewall?",
  "p_unknown-issuer":
    "The broker's certificate is of another authority: choose that one.|Das Zertifikat des Brokers ist von einer anderen Stelle: diese wählen.",
  "p_wrong-name":
    "The broker's certificate is for another host: enter that one.|Das Zertifikat des Brokers ist für einen anderen Host: diesen eingeben.",
  p_expired: "The broker's certificate has expired: renew it.|Das Zertifikat des Brokers ist abgelaufen: erneuern.",
  "p_not-yet-valid":
    "The broker's certificate is not valid yet: make it anew.|Das Zertifikat des Brokers gilt noch nicht: neu machen.",
  "p_bad-certificate":
    "The broker's certificate is unusable: make it anew.|Das Zertifikat des Brokers ist unbrauchbar: neu machen.",
  "p_tls-files":
    "The gateway's certificates are damaged: paste again.|Die Zertifikate des Gateways sind beschädigt: neu einfügen.",
  "p_no-tls": "No TLS at this port: 8883?|Kein TLS an diesem Port: 8883 versuchen.",
  "p_tls-refused":
    "The broker refuses: client certificate missing, wrong?|Der Broker lehnt ab: Fehlt das Client-Zertifikat, oder ist es das falsche oder abgelaufen?",
  "p_other-key":
    "Client key of another certificate: paste the right one.|Der Client-Schlüssel gehört nicht zum Client-Zertifikat: den einfügen, mit dem es gemacht ist.",
  "p_tls-slow": "Too slow: weak Wi-Fi?|Zu langsam: schwaches WLAN?",
  "p_no-memory": "Too little memory: test again.|Zu wenig Speicher: nochmal testen.",
  "p_connack-1": "The broker wants another MQTT version.|Der Broker will eine andere MQTT-Version.",
  "p_connack-2": "The broker refuses the client identifier.|Der Broker lehnt die Client-ID ab.",
  "p_connack-3": "The broker is not ready: test again.|Der Broker ist nicht bereit: in einer Minute nochmal testen.",
  "p_connack-4": "User or password wrong.|Benutzer oder Passwort falsch.",
  "p_connack-5": "The broker refuses this user.|Der Broker erlaubt diesen Benutzer nicht.",
  "p_not-accepted":
    "It hung up: TLS, port, user, client identifier?|Es legte auf: Will es TLS, stimmen Port, Benutzer und Client-ID?",
  p_unacknowledged: "Not acknowledged: topic allowed?|Nicht bestätigt: Erlaubt der Broker das Topic?",

  e_: "The gateway says: {0}|Das Gateway sagt: {0}",
  e_403: "The gateway has restarted: reload this page.|Das Gateway hat neu gestartet: Seite neu laden.",
  e_413: "|Zu lang für das Gateway: 4096 Byte.",
  e_423: "Locked: switch the gateway off and on.|Gesperrt: Gateway aus- und einschalten.",
  e_429: "Too soon: again in {0} s.|Zu früh: nochmal in {0} s.",

  backup: "Export, import",
  export: "Settings without secrets|Einstellungen ohne Geheimnisse",
  download: "Save as a file|Als Datei speichern",
  import: "Settings to fill in|Einzufüllende Einstellungen",
  import_b: "Fill in|Ausfüllen",
  no_settings: "No settings.|Das sind keine Einstellungen.",
  filled: "Filled in. Left out: {0}|Ausgefüllt. Weggelassen: {0}",

  reset: "Factory reset|Werkszustand",
  reset_h: "Deletes settings, certificates and records.|Löscht Einstellungen, Zertifikate und Aufzeichnungen.",
  word: "Type RESET|RESET eintippen",
  sim_too: "Messages on the SIM, too|Auch Nachrichten auf der SIM",
  erase: "Delete all|Alles löschen",
  erased: "Deleted. The gateway restarts.|Gelöscht. Das Gateway startet neu.",
};

/** The English texts by their ids. */
export function englishTexts(): Record<string, string> {
  return column(0);
}

/** The German ones; what is the same in both is among the English ones alone. */
export function germanTexts(): Record<string, string> {
  return { ...column(1), ...Object.fromEntries(germanSentences().map(([key, sentence]) => [`${key}_w`, sentence])) };
}

function column(index: number): Record<string, string> {
  const texts = Object.entries(TEXTS).map(([id, text]): [string, string] => [id, text.split("|")[index] ?? ""]);
  return Object.fromEntries(texts.filter(([, text]) => text !== ""));
}
