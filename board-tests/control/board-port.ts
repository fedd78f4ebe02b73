// What the simulator and its HTTP interface need of a virtual board; VirtualBoard has it, tests bring their own.

import type { HardwareCommand } from "../models/hardware-messages.ts";
import type { BoardState } from "../virtual-board/board-messages.ts";
import type { Portal } from "../virtual-board/host-doors.ts";
import type { Networks } from "./sim-networks.ts";

export interface BoardPort {
  /** Switches the supply on, or cuts it, the modem's too. */
  power(on: boolean): Promise<void>;
  /** Tells the hardware's models something; rejects with a sentence where they cannot do it. */
  hardware(command: HardwareCommand): Promise<unknown>;
  /** Where this machine reaches what the board serves by its own access point; null: it serves nothing. */
  portal(): Portal | null;
  /** Which networks its radio finds from now on. */
  setNetworks(networks: Networks): Promise<unknown>;
  /** What the board is at. */
  state(): Promise<BoardState>;
}
