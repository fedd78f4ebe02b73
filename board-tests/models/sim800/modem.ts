// What the modem's commands work on: the seam between the table of commands and the machine that runs them.

import type { Command } from "./command-line.ts";
import type { FaultList } from "./faults.ts";
import type { IncomingCall } from "./incoming-call.ts";
import type { Mailbox } from "./mailbox.ts";
import type { MessageStore } from "./message-store.ts";
import type { ModelClass } from "./model-class.ts";
import type { NetworkClock } from "./network-time.ts";
import type { Outbox } from "./outbox.ts";
import type { Profile } from "./profile.ts";
import type { Radio } from "./radio.ts";
import type { FinalResult } from "./result-codes.ts";
import type { Sim800Settings } from "./settings.ts";
import type { SimCard } from "./sim-card.ts";
import type { Supply } from "./supply.ts";
import type { UssdSession } from "./ussd-session.ts";

/** What the modem waits for after a prompt. */
export interface Prompt {
  /** The text or PDU up to Ctrl-Z; its answer comes after `delayMs`. */
  finish(body: string): Answer;
}

export interface Answer {
  /** Whole answer lines with their line ends, one entry of a listing each. */
  units: string[];
  /** "none": nothing more is said (a prompt, a restart). */
  result: FinalResult | "none";
  prompt?: Prompt;
  /** Instead of the usual time to answer, in ms. */
  delayMs?: number;
  /** Runs once the answer has left the wire. */
  afterwards?: () => void;
}

export interface Modem {
  readonly settings: Sim800Settings;
  readonly model: ModelClass;
  readonly sim: SimCard;
  readonly radio: Radio;
  readonly mailbox: Mailbox;
  readonly outbox: Outbox;
  readonly supply: Supply;
  readonly incomingCall: IncomingCall;
  readonly ussd: UssdSession;
  readonly networkClock: NetworkClock;
  readonly faults: FaultList;
  profile: Profile;
  /** AT+CSCA, which writes it to the SIM at once; "" for none. */
  serviceCentre: string;
  /** True once `SMS Ready` was reached: storage commands work. */
  readonly storageReady: boolean;
  /** A memory by its own name (SM, ME, SR); undefined for one that the modem has not got. */
  memory(name: string): MessageStore | undefined;
  now(): number;
  /** Runs `action` in `ms`, unless the modem restarts meanwhile. */
  later(ms: number, action: () => void): void;
  /** Sends a line of its own, with its line ends added; `sent` hears the ms at which its last bit leaves. */
  unsolicited(text: string, sent?: (atMs: number) => void): void;
  saveProfile(): void;
  loadSavedProfile(): void;
  loadFactoryProfile(): void;
  /** Uses another rate from now on; 0: listens for one. */
  setRate(ipr: number): void;
  setCfun(level: 0 | 1 | 4): void;
  /** Reads the SIM and starts the search for a network anew, after a PIN or a change of AT+CFUN. */
  searchNetwork(): void;
  restart(): void;
  powerDown(): void;
}

export type CommandHandler = (modem: Modem, command: Command) => Answer;

/** OK, after these lines of information. */
export function ok(...lines: string[]): Answer {
  return { units: lines.map((line) => `\r\n${line}\r\n`), result: "OK" };
}

/** A final error without information. */
export function refuse(result: FinalResult): Answer {
  return { units: [], result };
}

/** AT Command Manual 19.1: 50, incorrect parameters. */
export const WRONG_PARAMETERS = refuse({ cme: 50 });
