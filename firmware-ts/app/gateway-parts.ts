// What the gateway is made of: start-up code builds it, gateway.ts works with it.
import type { Seal } from "../domain/end-to-end/seal.ts";
import type { Inbox } from "../domain/inbox/inbox.ts";
import type { Modem } from "../domain/modem/modem.ts";
import type { Tally } from "../domain/tally.ts";
import type { WallClock } from "../domain/wall-clock.ts";
import type { Broker } from "../ports/broker.ts";
import type { Clock } from "../ports/clock.ts";
import type { Console } from "../ports/console.ts";
import type { Contact } from "../ports/contact.ts";
import type { Journal } from "../ports/journal.ts";
import type { LateCode } from "../ports/late-code.ts";
import type { Machine } from "../ports/machine.ts";
import type { Network } from "../ports/network.ts";
import type { Octets } from "../ports/octets.ts";
import type { Dispatch } from "./dispatch.ts";
import type { ModemLink } from "./modem-link.ts";
import type { ReadingDesk } from "./reading-desk.ts";
import type { Screen } from "./screen.ts";
import type { SignalLight } from "./signal-light.ts";
import type { Supervisor } from "./supervisor.ts";

export interface GatewayParts {
  /** Of what runs here, as the build names it. */
  readonly build: string;
  /** The board that it is for. */
  readonly board: string;
  /** Of domain/info.ts, until it is told. */
  info: string;
  /** Base of the topics. */
  readonly topic: string;
  /** The SIM's number; "" unknown. */
  readonly number: string;
  readonly clock: Clock;
  readonly octets: Octets;
  readonly supervisor: Supervisor;
  readonly link: ModemLink;
  readonly modem: Modem;
  readonly inbox: Inbox;
  readonly dispatch: Dispatch;
  readonly wallClock: WallClock;
  readonly network: Network;
  readonly broker: Broker;
  /** The broker is spoken to without TLS. */
  readonly isPlain: boolean;
  /** TLS takes so much of the heap that the code for reading and the one for sending have no room beside each other. */
  readonly isCrowded: boolean;
  /** What holds up everything else, and how often. */
  readonly holdUps: Tally;
  readonly screen: Screen;
  readonly light: SignalLight;
  readonly console: Console;
  /** Of the mode switch. */
  readonly contact: Contact;
  readonly journal: Journal;
  readonly machine: Machine;
  /** Codes for the warnings of gateway/state. */
  readonly codes: readonly string[];
  readonly requestCode: LateCode;
  readonly callCode: LateCode;
  readonly consoleCode: LateCode;
  /** What tells of troubles (domain/screens/states.late.ts). */
  readonly troubleCode: LateCode;
  readonly readingDesk: ReadingDesk;
  /** USSD codes that may be asked for, with commas between, and the one for the balance; "" none. */
  readonly ussdCodes: string;
  readonly balanceCode: string;
  /** Hides what is published; null without the setting `key`. */
  readonly seal: Seal | null;
  readonly signedCode: LateCode;
}
