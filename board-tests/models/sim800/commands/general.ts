// Commands on the line itself, the parameters and the modem's identity (AT Command Manual V1.12, chapters 2, 3 and 6).

import { type Command, integerArgument } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse, WRONG_PARAMETERS } from "../modem.ts";
import { clockText } from "../network-time.ts";
import type { Profile } from "../profile.ts";

type NumberKey = { [K in keyof Profile]: Profile[K] extends number ? K : never }[keyof Profile];

/** A command that only reads and writes one number: `AT+X?`, `AT+X=n`, `AT+X=?`. */
function parameter(name: string, key: NumberKey, values: readonly number[]): CommandHandler {
  return (modem, command) => {
    if (command.form === "query") return ok(`${name}: ${modem.profile[key]}`);
    if (command.form === "test") return ok(`${name}: (${values.join(",")})`);
    const value = integerArgument(command, 0, Number.NaN);
    if (!values.includes(value)) return WRONG_PARAMETERS;
    modem.profile[key] = value;
    return ok();
  };
}

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

function clock(modem: Modem, command: Command): Answer {
  if (command.form !== "query") return ok();
  return ok(`+CCLK: "${clockText(modem)}"`);
}

/** What the battery's voltage says of its charge: the manual's scale from 3.4 V to 4.2 V, in per cent. */
function battery(modem: Modem): Answer {
  const percent = Math.max(0, Math.min(100, Math.round((modem.settings.supplyMv - 3_400) / 8)));
  return ok(`+CBC: 0,${percent},${modem.settings.supplyMv}`);
}

function powerDown(modem: Modem, command: Command): Answer {
  const urgent = integerArgument(command, 0, 1) === 0;
  return {
    units: urgent ? [] : ["\r\nNORMAL POWER DOWN\r\n"],
    result: "none",
    afterwards: () => modem.powerDown(),
  };
}

const CHARACTER_SETS = ["IRA", "GSM", "UCS2", "HEX", "PCCP", "PCDN", "8859-1"];

function characterSet(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CSCS: "${modem.profile.cscs}"`);
  if (command.form === "test") return ok(`+CSCS: (${CHARACTER_SETS.map((name) => `"${name}"`).join(",")})`);
  const name = command.args[0] ?? "";
  if (!CHARACTER_SETS.includes(name)) return WRONG_PARAMETERS;
  modem.profile.cscs = name;
  return ok();
}

export const GENERAL_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  E: echo,
  V: () => ok(),
  Q: () => ok(),
  I: () => ok("SIM800 R14.18"),
  Z: restoreSaved,
  H: (modem) => {
    modem.hangUp();
    return ok();
  },
  "&F": restoreFactory,
  "&W": save,
  "+GMR": (modem) => ok(modem.settings.revision),
  "+CGMR": (modem) => ok(modem.settings.revision),
  "+GMM": () => ok("SIMCOM_SIM800L"),
  "+CGMM": () => ok("SIMCOM_SIM800L"),
  "+GMI": () => ok("SIMCOM_Ltd"),
  "+CGMI": () => ok("SIMCOM_Ltd"),
  "+GSN": (modem) => ok(modem.settings.imei),
  "+CGSN": (modem) => ok(modem.settings.imei),
  "+CMEE": parameter("+CMEE", "cmee", [0, 1, 2]),
  "+CSCLK": parameter("+CSCLK", "csclk", [0, 1, 2]),
  "+CLTS": parameter("+CLTS", "clts", [0, 1]),
  "+CLIP": parameter("+CLIP", "clip", [0, 1]),
  "+CSCS": characterSet,
  "+IPR": rate,
  "+IFC": (_, command) => (command.form === "query" ? ok("+IFC: 0,0") : ok()),
  "+CCLK": clock,
  "+CBC": battery,
  "+CPOWD": powerDown,
};
