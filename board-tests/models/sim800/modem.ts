// What the modem's commands work on: the seam between the table of commands and the machine that runs them.

import type { Command } from "./command-line.ts";
import type { FaultList } from "./faults.ts";
import type { Mailbox } from "./mailbox.ts";
import type { MessageStore } from "./message-store.ts";
import type { Profile } from "./profile.ts";
import type { Radio } from "./radio.ts";
import type { FinalResult } from "./result-codes.ts";
import type { Sim800Settings } from "./settings.ts";
import type { SimCard } from "./sim-card.ts";

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

export interface SentMessage {
  /** The PDU as handed over, or the text with its number in text mode. */
  pdu: string;
  reference: number;
  atMs: number;
}

export interface Modem {
  readonly settings: Sim800Settings;
  readonly sim: SimCard;
  readonly radio: Radio;
  readonly mailbox: Mailbox;
  readonly faults: FaultList;
  profile: Profile;
  readonly sent: SentMessage[];
  /** True once `SMS Ready` was reached: storage commands work. */
  readonly storageReady: boolean;
  /** Memory by its name in AT+CPMS; undefined for a name that the modem does not know. */
  memory(name: string): MessageStore | undefined;
  now(): number;
  /** Runs `action` in `ms`, unless the modem restarts meanwhile. */
  later(ms: number, action: () => void): void;
  /** Sends a line of its own, with its line ends added. */
  unsolicited(text: string): void;
  saveProfile(): void;
  loadSavedProfile(): void;
  loadFactoryProfile(): void;
  /** Uses another rate from now on; 0: listens for one. */
  setRate(ipr: number): void;
  setCfun(level: 0 | 1 | 4): void;
  /** Starts the search for a network anew, after a PIN or a change of AT+CFUN. */
  searchNetwork(): void;
  restart(): void;
  powerDown(): void;
  hangUp(): void;
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
