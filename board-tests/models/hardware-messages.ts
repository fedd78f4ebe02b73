// What can be told to the hardware's models from outside, and what they tell: plain data that can be cloned.

import type { BusFault } from "./i2c-bus.ts";
import type { ModemFault } from "./sim800/faults.ts";
import type { Registration } from "./sim800/radio.ts";
import type { UssdAnswer } from "./sim800/settings.ts";
import type { LineDirection, LineFaults } from "./uart-line.ts";

export type HardwareCommand =
  /** → HardwareReport */
  | { do: "report" }
  /** → DisplayFrame, or null without a display */
  | { do: "frame" }
  | { do: "switch"; setup: boolean }
  | { do: "display-plug"; plugged: boolean }
  | { do: "i2c-fault"; fault: BusFault }
  | { do: "line-faults"; faults: Partial<LineFaults> }
  /** Bytes from the modem behind the bridge. */
  | { do: "bridge-in"; bytes: Uint8Array }
  /** A message from the network, as hex with the service centre's address. → Delivery */
  | { do: "modem-deliver"; pdu: string; suffix?: string }
  /** A message that is on the SIM already, without an announcement. → its slot, null if the SIM is full */
  | { do: "modem-preload"; pdu: string; memory?: "SM" | "ME" }
  /** Another message in a slot of the SIM, or none (null), without a word. */
  | { do: "modem-overwrite"; slot: number; pdu: string | null }
  | { do: "modem-inject"; bytes: Uint8Array }
  | { do: "modem-fault"; fault: ModemFault }
  | { do: "modem-mute"; muted: boolean }
  | { do: "modem-restart" }
  | { do: "modem-registration"; stat: Registration }
  | { do: "modem-call"; from: string; rings?: number }
  /** The supply's voltage, for `ms` or from now on. */
  | { do: "modem-supply"; millivolts: number; ms?: number }
  /** The SIM is taken out or put back. */
  | { do: "modem-sim"; present: boolean }
  /** USSD that the network sends of its own. */
  | { do: "modem-ussd"; answer: UssdAnswer }
  /** → Sim800Memory */
  | { do: "modem-remember" };

export type HardwareEvent =
  | { type: "uart-line"; direction: LineDirection; text: string; atMs: number }
  /** Bytes for the modem behind the bridge, and the rate that the board has set. */
  | { type: "bridge-out"; bytes: Uint8Array; baud: number };
