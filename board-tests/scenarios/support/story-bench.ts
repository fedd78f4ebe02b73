// What the stories need of a bench, so that each is told once for the board and for the gateway under Node.
import type { ReceivedMessage } from "../../models/mqtt-broker/broker.ts";
import type { BrokerFaults } from "../../models/mqtt-broker/faults.ts";
import type { ModemFault } from "../../models/sim800/faults.ts";
import type { Sim800Options } from "../../models/sim800/settings.ts";

/** One message on gateway/sms. */
export interface PublishedSms extends Record<string, unknown> {
  id: string;
}

/** One message on gateway/sms/sent. */
export interface SentNews extends Record<string, unknown> {
  id: string | null;
  state: string;
}

/** A slot that the gateway had deleted: the moment of the first bit of AT+CMGD. */
export interface Deletion {
  slot: number;
  atMs: number;
}

/** The retained word on gateway/status. */
export type Status = "online" | "offline" | null;

/** A line on the modem's wire, with the moment of its last bit. */
export interface WireLine {
  text: string;
  atMs: number;
}

export interface StoryBench {
  /** Power, and time until the gateway is connected, has set up its modem and has nothing to do. */
  start(): Promise<void>;
  turnOn(): Promise<void>;
  /** A power cut, or a process that is killed: the gateway ends without a word. */
  turnOff(options?: { modemToo?: boolean }): Promise<void>;
  wait(ms: number): Promise<void>;

  /** The network brings a message, which the modem stores and announces. */
  deliver(pdu: string): Promise<void>;
  /** A message that is on the SIM already, without a word. */
  preload(...pdus: readonly string[]): Promise<void>;
  fault(fault: ModemFault): Promise<void>;
  /** The modem's line carries these octets, whatever they are. */
  inject(octets: Uint8Array | string): Promise<void>;
  restartModem(): Promise<void>;
  /** PDUs on the SIM. */
  slots(): Promise<string[]>;

  /** A place in the record of what happened: for `from`, below. */
  mark(): number;
  /** Commands that the gateway has sent. */
  sent(from?: number): string[];
  /** The same with their moments. */
  sentLines(from?: number): WireLine[];
  deletions(): Deletion[];
  untilSent(command: string, from?: number): Promise<unknown>;
  /** Time until the modem is asked for its storage, which is the end of setting it up. */
  untilListing(from?: number): Promise<unknown>;
  untilPublished(count: number, limitMs?: number): Promise<void>;
  untilSimIsEmpty(limitMs?: number): Promise<void>;

  brokerFaults(faults: Partial<BrokerFaults>): Promise<void>;
  /** Ends every connection without a word, as a broker that crashes. */
  dropConnections(): Promise<void>;
  /** What came on gateway/sms, as the broker got it, and read. */
  received(): Promise<ReceivedMessage[]>;
  published(): Promise<PublishedSms[]>;
  publishedIds(): Promise<string[]>;
  /** The same for each connection of the gateway. */
  publishedIdsByConnection(): Promise<string[][]>;
  status(): Promise<Status>;
  /** Somebody publishes this on gateway/sms/send. */
  command(payload: string): Promise<void>;
  /** What the gateway told on gateway/sms/sent. */
  told(): Promise<SentNews[]>;
  /** PDUs that the network has taken. */
  submitted(): Promise<string[]>;
  /** Connections of the gateway that ended other than by DISCONNECT. */
  lostConnections(): Promise<number>;
}

export interface StoryOptions {
  modem?: Sim800Options;
  /** There and back between gateway and broker. */
  roundTripMs?: number;
}

/** Benches of one kind. */
export interface Benches {
  /** Without power; looked over and closed when the test ends. */
  make(options?: StoryOptions): Promise<StoryBench>;
  started(options?: StoryOptions): Promise<StoryBench>;
  /** Those of many cases that are told: in real time, a few of what only the shared sources tell apart. */
  readonly casesMax: number;
  /** How long a broker stays unwell: longer than the deadline of a PUBACK, 6 s. */
  readonly outageMs: number;
  /** Power on and off again while thirty messages are drained: the shortest time, and how it grows. */
  readonly cuts: {
    readonly firstMs: number;
    readonly stepMs: number;
    /** After so many the modem is left alone for so long. */
    readonly restMs: number;
  };
}
