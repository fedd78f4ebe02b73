// Every command that the emulated modem knows, by its name.

import type { CommandHandler } from "../modem.ts";
import { GENERAL_COMMANDS } from "./general.ts";
import { MESSAGE_COMMANDS } from "./messages.ts";
import { NETWORK_COMMANDS } from "./network.ts";
import { SENDING_COMMANDS } from "./sending.ts";

export const COMMANDS: Readonly<Record<string, CommandHandler>> = {
  ...GENERAL_COMMANDS,
  ...NETWORK_COMMANDS,
  ...MESSAGE_COMMANDS,
  ...SENDING_COMMANDS,
};
