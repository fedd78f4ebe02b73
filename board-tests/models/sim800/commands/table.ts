// Every command that the emulated modem knows, by its name.

import type { ModelClass } from "../model-class.ts";
import type { CommandHandler } from "../modem.ts";
import { ANNOUNCEMENT_COMMANDS } from "./announcements.ts";
import { CALL_COMMANDS } from "./calls.ts";
import { CLOCK_COMMANDS } from "./clock.ts";
import { DELETING_COMMANDS } from "./deleting.ts";
import { IDENTITY_COMMANDS } from "./identity.ts";
import { LINE_COMMANDS } from "./line.ts";
import { LISTING_COMMANDS } from "./listing.ts";
import { NETWORK_COMMANDS } from "./network.ts";
import { PHONEBOOK_COMMANDS } from "./phonebook.ts";
import { POWER_COMMANDS } from "./power.ts";
import { SENDING_COMMANDS } from "./sending.ts";
import { SIM_COMMANDS } from "./sim.ts";
import { STORAGE_COMMANDS } from "./storage.ts";
import { USSD_COMMANDS } from "./ussd.ts";

const COMMANDS: Readonly<Record<string, CommandHandler>> = {
  ...LINE_COMMANDS,
  ...IDENTITY_COMMANDS,
  ...POWER_COMMANDS,
  ...CLOCK_COMMANDS,
  ...SIM_COMMANDS,
  ...NETWORK_COMMANDS,
  ...USSD_COMMANDS,
  ...CALL_COMMANDS,
  ...PHONEBOOK_COMMANDS,
  ...STORAGE_COMMANDS,
  ...ANNOUNCEMENT_COMMANDS,
  ...LISTING_COMMANDS,
  ...DELETING_COMMANDS,
  ...SENDING_COMMANDS,
};

/** What a modem of this class does on `name`; undefined if it does not know it. */
export function commandHandler(model: ModelClass, name: string): CommandHandler | undefined {
  return model.absent.includes(name) ? undefined : COMMANDS[name];
}
