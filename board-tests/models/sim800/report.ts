// What is seen of the emulated modem from outside, and what outlives its power: plain data.

import type { CommandRecord } from "./interpreter.ts";
import type { Delivery } from "./mailbox.ts";
import type { SlotContent } from "./message-store.ts";
import type { SentMessage } from "./outbox.ts";
import type { SavedProfile } from "./profile.ts";
import type { Registration } from "./radio.ts";

export interface Sim800Report {
  powered: boolean;
  registration: Registration;
  operator: string | null;
  rssi: number;
  supplyMv: number;
  /** 0 until the rate is known. */
  baud: number;
  capacity: number;
  slots: SlotContent[];
  /** Messages in the modem's own memory. */
  ownSlots: SlotContent[];
  /** PDUs that the network holds because the SIM is full or the modem away. */
  held: string[];
  deliveries: Delivery[];
  sent: SentMessage[];
  commands: CommandRecord[];
}

/** What outlives the modem's power, as plain data. What is optional is not in files of earlier versions. */
export interface Sim800Memory {
  saved: Partial<SavedProfile>;
  cfun: 0 | 1 | 4;
  serviceCentre?: string;
  /** Tries left for PIN and PUK. */
  tries?: [number, number];
  sim: SlotContent[];
  own: SlotContent[];
  held: string[];
}
