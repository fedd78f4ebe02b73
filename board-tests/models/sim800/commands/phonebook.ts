// The SIM's phonebook, which is empty (AT Command Manual V1.12, 3.2.16 to 3.2.18): clients look for it.

import { type Command, integerArgument } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse, WRONG_PARAMETERS } from "../modem.ts";
import { withSim } from "./sim.ts";

const BOOKS = ["MC", "RC", "DC", "LD", "LA", "ME", "SM", "FD", "ON", "BN", "SD", "VM", "EN"];
const ENTRIES = 250;

function book(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CPBS: "${modem.profile.cpbs}",0,${ENTRIES}`);
  if (command.form === "test") return ok(`+CPBS: (${BOOKS.map((name) => `"${name}"`).join(",")})`);
  const name = command.args[0] ?? "";
  if (!BOOKS.includes(name)) return WRONG_PARAMETERS;
  modem.profile.cpbs = name;
  return ok();
}

/** AT+CPBR=from[,to]: nothing is there (19.1: 21, invalid index). */
function read(_: Modem, command: Command): Answer {
  if (command.form === "test") return ok(`+CPBR: (1-${ENTRIES}),40,14`);
  const from = integerArgument(command, 0, Number.NaN);
  const to = integerArgument(command, 1, from);
  return from >= 1 && to >= from && to <= ENTRIES ? ok() : refuse({ cme: 21 });
}

export const PHONEBOOK_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CPBS": withSim(book),
  "+CPBR": withSim(read),
};
