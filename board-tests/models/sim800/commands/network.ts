// Commands on registration, operator and signal (AT Command Manual V1.12, 3.2.5 to 3.2.7, 3.2.28 and chapter 7).

import { type Command, integerArgument } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse, WRONG_PARAMETERS } from "../modem.ts";
import { withSim } from "./sim.ts";

/** Location area and cell, the same in every run. */
const CELL = '"00C3","A1B2"';

/** The number of the emulated network: one that the ITU keeps for tests. */
const NETWORK_NUMBER = "00101";

/** Some of the list of AT+COPN. */
const OPERATOR_NAMES: readonly (readonly [string, string])[] = [
  [NETWORK_NUMBER, "Test PLMN 1-1"],
  ["23410", "O2 - UK"],
  ["26201", "T-Mobile D"],
];

/** AT+CREG, AT+CGREG and AT+CEREG: how much is told, and where the modem is. */
function registration(name: string, key: "creg" | "cgreg" | "cereg"): CommandHandler {
  return (modem, command) => {
    if (command.form === "test") return ok(`${name}: (0-2)`);
    if (command.form === "query") return ok(`${name}: ${modem.profile[key]},${registrationText(modem, key)}`);
    const level = integerArgument(command, 0, Number.NaN);
    if (![0, 1, 2].includes(level)) return WRONG_PARAMETERS;
    modem.profile[key] = level;
    return ok();
  };
}

/** +CREG's stat, with the cell at level 2. */
export function registrationText(modem: Modem, key: "creg" | "cgreg" | "cereg"): string {
  const withCell = modem.profile[key] === 2 && modem.radio.registered;
  return `${modem.radio.stat}${withCell ? `,${CELL}` : ""}`;
}

/** Refuses with 797 in minimum and flight mode, where the radio is off. */
export function withRadio(handler: CommandHandler): CommandHandler {
  return (modem, command) => (modem.radio.cfun === 1 ? handler(modem, command) : refuse({ cme: 797 }));
}

function operator(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(currentOperator(modem));
  if (command.form === "test") return withRadio(search)(modem, command);
  const mode = integerArgument(command, 0, Number.NaN);
  const format = integerArgument(command, 1, modem.profile.copsFormat);
  if (![0, 1, 2, 3, 4].includes(mode) || ![0, 1, 2].includes(format)) return WRONG_PARAMETERS;
  modem.profile.copsFormat = format;
  return ok();
}

function currentOperator(modem: Modem): string {
  const { copsFormat } = modem.profile;
  return modem.radio.registered ? `+COPS: 0,${copsFormat},"${operatorName(modem, copsFormat)}"` : "+COPS: 0";
}

function operatorName(modem: Modem, format: number): string {
  return format === 2 ? NETWORK_NUMBER : modem.settings.operator;
}

const search: CommandHandler = (modem) => {
  const name = modem.settings.operator;
  return ok(`+COPS: (2,"${name}","${name}","${NETWORK_NUMBER}"),,(0-4),(0-2)`);
};

function operatorNames(): Answer {
  return {
    units: [`\r\n${OPERATOR_NAMES.map(([number, name]) => `+COPN: "${number}","${name}"\r\n`).join("")}`],
    result: "OK",
  };
}

export const NETWORK_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CSQ": (modem, command) => ok(command.form === "test" ? "+CSQ: (0-31,99),(0-7,99)" : `+CSQ: ${modem.radio.rssi},0`),
  "+CREG": registration("+CREG", "creg"),
  "+CGREG": registration("+CGREG", "cgreg"),
  "+CEREG": registration("+CEREG", "cereg"),
  "+CGATT": (modem, command) => (command.form === "query" ? ok(`+CGATT: ${modem.radio.registered ? 1 : 0}`) : ok()),
  "+COPS": withSim(operator),
  "+COPN": operatorNames,
};
