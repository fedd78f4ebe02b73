// AT+CUSD: codes to the network and the session that an answer may leave open (AT Command Manual V1.12, 3.2.53).

import { fromCharacterSet } from "../character-sets.ts";
import { type Command, integerArgument } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, WRONG_PARAMETERS } from "../modem.ts";
import { withRadio } from "./network.ts";
import { withSim } from "./sim.ts";

const CANCEL = 2;

function ussd(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CUSD: ${modem.profile.cusd}`);
  if (command.form === "test") return ok("+CUSD: (0-2)");
  const mode = integerArgument(command, 0, modem.profile.cusd);
  if (![0, 1, CANCEL].includes(mode)) return WRONG_PARAMETERS;
  if (mode === CANCEL) {
    modem.ussd.end();
    return ok();
  }
  return command.args[1] === undefined ? setMode(modem, mode) : withRadio(send)(modem, command);
}

function setMode(modem: Modem, mode: number): Answer {
  modem.profile.cusd = mode;
  return ok();
}

function send(modem: Modem, command: Command): Answer {
  const code = fromCharacterSet(modem.profile.cscs, command.args[1] ?? "");
  if (code === undefined || code === "") return WRONG_PARAMETERS;
  setMode(modem, integerArgument(command, 0, modem.profile.cusd));
  modem.ussd.send(code);
  return ok();
}

export const USSD_COMMANDS: Readonly<Record<string, CommandHandler>> = { "+CUSD": withSim(ussd) };
