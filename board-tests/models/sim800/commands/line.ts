// Commands on the line itself and on the profile (AT Command Manual V1.12, chapter 2, and AT+CSCLK, AT+CMEE, AT+CSCS).

import { type Command, integerArgument } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse, WRONG_PARAMETERS } from "../modem.ts";
import { parameter } from "./parameter.ts";

function echo(modem: Modem, command: Command): Answer {
  const value = command.args[0] ?? "0";
  if (value !== "0" && value !== "1") return refuse("ERROR");
  modem.profile.echo = value === "1";
  return ok();
}

function restoreFactory(modem: Modem): Answer {
  modem.loadFactoryProfile();
  return ok();
}

function restoreSaved(modem: Modem): Answer {
  modem.loadSavedProfile();
  return ok();
}

function save(modem: Modem): Answer {
  modem.saveProfile();
  return ok();
}

const RATES = [0, 1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200];

function rate(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+IPR: ${modem.profile.ipr}`);
  if (command.form === "test") return ok(`+IPR: (),(${RATES.join(",")})`);
  const ipr = integerArgument(command, 0, Number.NaN);
  if (!RATES.includes(ipr)) return WRONG_PARAMETERS;
  // The OK still goes out at the old rate (manual 2.2.22).
  return { ...ok(), afterwards: () => modem.setRate(ipr) };
}

/** AT+IFC and AT+ICF: two numbers that are kept and have no effect on three wires. */
function pair(name: string, key: "ifc" | "icf", form: RegExp, test: string): CommandHandler {
  return (modem, command) => {
    if (command.form === "query") return ok(`${name}: ${modem.profile[key]}`);
    if (command.form === "test") return ok(`${name}: ${test}`);
    const [first = "", second = modem.profile[key].split(",")[1]] = command.args;
    const value = `${first},${second}`;
    if (!form.test(value)) return WRONG_PARAMETERS;
    modem.profile[key] = value;
    return ok();
  };
}

function characterSet(modem: Modem, command: Command): Answer {
  const sets = modem.model.characterSets;
  if (command.form === "query") return ok(`+CSCS: "${modem.profile.cscs}"`);
  if (command.form === "test") return ok(`+CSCS: (${sets.map((name) => `"${name}"`).join(",")})`);
  const name = command.args[0] ?? "";
  if (!sets.includes(name)) return WRONG_PARAMETERS;
  modem.profile.cscs = name;
  return ok();
}

export const LINE_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  E: echo,
  V: () => ok(),
  Q: () => ok(),
  X: () => ok(),
  S: () => ok(),
  Z: restoreSaved,
  "&F": restoreFactory,
  "&W": save,
  "&D": () => ok(),
  "+CMEE": parameter("+CMEE", "cmee", [0, 1, 2]),
  "+CSCLK": parameter("+CSCLK", "csclk", [0, 1, 2]),
  "+CIURC": parameter("+CIURC", "ciurc", [0, 1]),
  "+CSCS": characterSet,
  "+IPR": rate,
  "+IFC": pair("+IFC", "ifc", /^[0-2],[0-2]$/, "(0-2),(0-2)"),
  "+ICF": pair("+ICF", "icf", /^[1-6],[0-3]$/, "(1-6),(0-3)"),
};
