// The MQTT interface: topics below the base topic, and payloads, in one place.

export const SMS_TOPIC = "sms";
export const STATUS_TOPIC = "status";
export const STATE_TOPIC = "state";
export const INFO_TOPIC = "info";
export const SEND_TOPIC = "sms/send";
export const SENT_TOPIC = "sms/sent";
export const REQUEST_TOPIC = "request/+";
export const CALL_TOPIC = "call";
export const ONLINE = "online";
/** The last will. */
export const OFFLINE = "offline";
/** Home Assistant's own topic: its birth message, the word `online`, says that it has started. */
export const BIRTH_TOPIC = "homeassistant/status";
/** What Home Assistant is told of a device: between these stands the device's identifier. */
export const DISCOVERY_TOPIC = "homeassistant/device/";
export const DISCOVERY_TOPIC_END = "/config";
/** The topics of the first gateway of this kind: behind each stands the gateway's number. */
export const OLD_SMS_TOPIC = "mqttsmsgw/dongle";
export const OLD_SEND_TOPIC = "smsoutnew/dongle";
export const OLD_HEARTBEAT_TOPIC = "smsgwheartbeat/dongle";
/** What brings a board to its prompt, at the console. */
/** Of `warnings`: the modem is handled with care. */
export const SAFE_MODE = "safe_mode";

export const MAINTENANCE = '{"cmd":"maintenance"}';

/** A message on `<topic>/sms`; keys in the order of the payload, absent where they do not apply. */
export interface ReceivedMessage {
  /** The first 12 hexadecimal digits of SHA-256 over each PDU with its length in one octet before it. */
  readonly id: string;
  /** A number in international form, or an alphanumeric name; "" when it could not be decoded. */
  readonly from: string;
  /** The number of the gateway's SIM; null unknown. */
  readonly msdn: string | null;
  readonly text?: string;
  /** The one-time code in the text, where there is one for certain; never of a part alone. */
  readonly code?: string;
  /** ISO 8601 with the service centre's offset. */
  readonly time?: string;
  /** ISO 8601 in UTC, when it came here; absent until the clock is known. */
  readonly received?: string;
  /** Message class 0 to 3. */
  readonly class?: number;
  readonly parts: number;
  readonly partial?: boolean;
  /** The numbers of the parts that are not in `text`. */
  readonly missing?: readonly number[];
  /** It came more than ten minutes after `time`. */
  readonly late?: boolean;
  /** Of a message that lacks parts: what it has in common with those parts, should they come later. */
  readonly group?: string;
  /** The PDUs in hexadecimal, instead of `text`. */
  readonly raw?: readonly string[];
  /** Of a message for a program: destination and source (3GPP TS 23.040 9.2.3.24.3 and .4). */
  readonly ports?: readonly number[];
  /** What waits in a mailbox: voicemail, fax, email, video, other. */
  readonly waiting?: string;
  /** How many of them; absent where the network told no number. */
  readonly waiting_count?: number;
  /** Of the status report of a message that was not sent from here, without a text: outbox/strange-report.ts. */
  readonly report?: { readonly ref: number; readonly state: string; readonly status: number; readonly reason: string };
  readonly event_type: "received";
}

/** A call that nobody took, on `<topic>/call`. */
export interface CallMessage {
  readonly id: string;
  /** null withheld */
  readonly from: string | null;
  /** ISO 8601 in UTC, when it rang first; absent until the clock is known. */
  readonly time?: string;
  readonly missed: true;
}

/**
 * How the gateway is, on `<topic>/state`. There is no `heap_largest`: MicroPython only prints it.
 */
export interface GatewayState {
  readonly registration: string;
  /** null unknown */
  readonly operator: string | null;
  readonly signal_dbm: number | null;
  /** Messages published since the start. */
  readonly messages_in: number;
  readonly messages_out: number;
  /** Slots of the SIM. */
  readonly sim_used: number;
  readonly sim_capacity: number;
  /** Messages and parts that wait. */
  readonly inbox: number;
  /** Messages to be sent. */
  readonly outbox: number;
  /** Since the last message; null none since the start. */
  readonly last_message_s: number | null;
  /** Octets, after a collection; null where that is of no use. */
  readonly heap_free: number | null;
  readonly uptime_s: number;
  /** `ok`, `estimated`, `unknown` */
  readonly clock: string;
  /** The modem's supply. */
  readonly voltage_mv: number | null;
  /** What somebody should look at: app/state-report.ts has the codes. */
  readonly warnings: readonly string[];
  /** What went wrong since the start, and what held up the loop: how often, by code. */
  readonly errors: Readonly<Record<string, number>>;
  readonly holdups: Readonly<Record<string, number>>;
}

/** Why the gateway restarted by itself the last time that it did: drivers/start-record.late.ts. */
export interface CrashRecord {
  /** `exception`, `watchdog`, `stuck` */
  readonly reason: string;
  /** That ran then. */
  readonly build: string;
  /** How long it had run; after a watchdog's reset in whole minutes. */
  readonly uptime_s: number;
  /** What did not go on. */
  readonly task?: string;
  /** MicroPython's traceback, at most ten places. */
  readonly trace?: string;
}

/** What this gateway is, on `<topic>/info`, once a start and retained; made in domain/info.ts. */
export interface GatewayInfo {
  readonly version: string;
  readonly build: string;
  readonly board: string;
  /** Its release; null under Node. */
  readonly micropython: string | null;
  /** In the gateway's own network; null under Node. */
  readonly ip: string | null;
  /** How this start came about: `power_on`, `watchdog`, `crash`, `stuck`, `request` … ; null under Node. */
  readonly reset_cause: string | null;
  /** null: there is none on record. */
  readonly crash: CrashRecord | null;
  /** Optional parts that the settings switch on. */
  readonly features: readonly string[];
  /** With the setting publish_identity alone; null unknown. */
  readonly imei?: string | null;
  readonly iccid?: string | null;
}

/** What became of a command, on `<topic>/sms/sent`; keys in the order of the payload, which outbox/sent-payload.ts makes. */
export interface SentMessage {
  /** null for a command that could not be read and has none. */
  readonly id: string | null;
  readonly to: string;
  readonly state: string;
  readonly parts: number;
  readonly parts_sent?: number;
  /** What the network calls each part that it has taken, TP-MR (3GPP TS 23.040 9.2.3.6). */
  readonly refs?: readonly number[];
  readonly error?: { readonly code: string; readonly message: string; readonly key?: string };
  readonly retry_after_s?: number;
  /** Of the gateway's clock; null before that is known. */
  readonly time: string | null;
}

/** The topic of one of the gateway's messages. */
export function topicBelow(base: string, name: string): string {
  return `${base}/${name}`;
}
