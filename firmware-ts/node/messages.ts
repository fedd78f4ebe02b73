// What the gateway's loop, in a thread of its own, and the machine around it tell each other. The loop waits as on a
// board, blocking; serial port and sockets need a thread that never blocks.
import type { MessagePort } from "node:worker_threads";

/** What the loop is given when its thread starts. */
export interface LoopSetup {
  /** Of what runs here, for the console. */
  readonly build: string;
  /** Of domain/info.ts. */
  readonly info: string;
  /** The settings as the console shows them, JSON. */
  readonly shownSettings: string;
  /** Base of the topics. */
  readonly topic: string;
  /** The broker is spoken to without TLS. */
  readonly isPlain: boolean;
  /** The SIM's number; "" unknown. */
  readonly number: string;
  /** What may be sent, and to whom. */
  readonly rules: string;
  /** In which the gateway tells times. */
  readonly timeZone: string;
  /** The SIM's; "" none. */
  readonly simPin: string;
  readonly rejectsCalls: boolean;
  /** USSD codes that may be asked for, with commas between, and the one for the balance; "" none. */
  readonly ussdCodes: string;
  readonly balanceCode: string;
  /** What is published is sealed with it: 64 hexadecimal digits; "" none. */
  readonly key: string;
  readonly requiresSigned: boolean;
  /** What Home Assistant calls the gateway; "" nothing is to be told to it. */
  readonly device: string;
  /** False: Home Assistant is to forget the device. */
  readonly wantsHomeAssistant: boolean;
  /** The gateway's number in the old topics; 0 without them. */
  readonly dongle: number;
  /** File of the journal. */
  readonly journal: string;
  /** An unfinished long message leaves as it is so many milliseconds after its last part. */
  readonly patienceMs: number;
  /** By INBOX_BELL and WATCHDOG_FEEDS. */
  readonly shared: Int32Array;
  /** Takes Orders and gives News. */
  readonly port: MessagePort;
}

/** Rung, by counting up, after each News. */
export const INBOX_BELL = 0;
/** Counted up at each sign of life of the loop. */
export const WATCHDOG_FEEDS = 1;
/** How many numbers are shared. */
export const SHARED_LENGTH = 2;

/** From the loop. Connections to the broker are counted by the loop: what comes of an earlier one is of no concern. */
export type Order =
  /** ASCII for the modem, as it is. */
  | { readonly order: "write"; readonly text: string }
  | { readonly order: "connect"; readonly connection: number }
  | PublishOrder
  /** Orderly: with DISCONNECT, so that the broker forgets the last will. */
  | { readonly order: "close"; readonly connection: number; readonly isOrderly: boolean }
  /** A line for people. */
  | { readonly order: "say"; readonly line: string }
  /** Somebody at standard input wants the gateway to end. */
  | { readonly order: "end" }
  /** The loop turns no more. */
  | { readonly order: "stopped" };

export interface PublishOrder {
  readonly order: "publish";
  readonly connection: number;
  /** Counted by the loop. */
  readonly message: number;
  readonly topic: string;
  readonly payload: string;
  readonly retain: boolean;
  /** What it is known by when it is published again; "" not at all. */
  readonly key: string;
  /** 0 is acknowledged by nobody. */
  readonly qos: 0 | 1;
}

/** How a connection to the broker fares. */
export type BrokerNews =
  | { readonly news: "connected"; readonly connection: number }
  /** The return code of CONNACK [MQTT-3.2.2.3]. */
  | { readonly news: "refused"; readonly connection: number; readonly code: number }
  | { readonly news: "lost"; readonly connection: number }
  /** A message to the gateway; flags: the first octet of its packet. */
  | {
      readonly news: "command";
      readonly connection: number;
      readonly topic: Uint8Array;
      readonly payload: Uint8Array;
      readonly flags: number;
    }
  /** PUBACK has come. */
  | { readonly news: "acknowledged"; readonly connection: number; readonly message: number };

/** To the loop. */
export type News =
  | BrokerNews
  /** The serial port has been opened; what was said before is gone. */
  | { readonly news: "opened" }
  /** From the modem. */
  | { readonly news: "received"; readonly octets: Uint8Array }
  /** From standard input. */
  | { readonly news: "typed"; readonly octets: Uint8Array }
  /** The machine's clock follows a time server: seconds since the beginning of 2000. */
  | { readonly news: "time"; readonly seconds: number }
  /** End in good order. */
  | { readonly news: "stop" };
