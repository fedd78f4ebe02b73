// Commands on power: AT+CFUN, AT+CPOWD, AT+CBC, AT+CBATCHK; AT+CRESET and AT+CPOF of the newer class.
// Source: AT Command Manual V1.12, 3.2.42 (AT+CFUN), 3.2.52 (AT+CBC), 6.2.2 (AT+CPOWD).

import { type Command, integerArgument } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, WRONG_PARAMETERS } from "../modem.ts";

function level(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CFUN: ${modem.radio.cfun}`);
  if (command.form === "test") return ok("+CFUN: (0,1,4),(0,1)");
  const cfun = integerArgument(command, 0, 1);
  if (cfun !== 0 && cfun !== 1 && cfun !== 4) return WRONG_PARAMETERS;
  if (integerArgument(command, 1, 0) === 1) {
    modem.radio.setLevel(cfun);
    return restart(modem);
  }
  return { ...ok(), afterwards: () => modem.setCfun(cfun) };
}

/** AT+CFUN=1,1: by the manual (3.2.42) the OK comes after the reset at a fixed rate, else before. */
function restart(modem: Modem): Answer {
  const { restartAnswer } = modem.settings.behaviour;
  const okAfter = restartAnswer === "by-rate" ? modem.profile.ipr !== 0 : restartAnswer === "after";
  const afterwards = () => {
    modem.restart();
    if (okAfter) modem.later(modem.settings.timing.bootMs, () => modem.unsolicited("OK"));
  };
  return okAfter ? { units: [], result: "none", afterwards } : { ...ok(), afterwards };
}

/** What the battery's voltage says of its charge: the manual's scale from 3.4 V to 4.2 V, in per cent. */
function battery(modem: Modem): Answer {
  const { millivolts } = modem.supply;
  if (modem.model.supplyInVolts) return ok(`+CBC: ${(millivolts / 1_000).toFixed(3)}V`);
  const percent = Math.max(0, Math.min(100, Math.round((millivolts - 3_400) / 8)));
  return ok(`+CBC: 0,${percent},${millivolts}`);
}

function powerDown(modem: Modem, command: Command): Answer {
  const urgent = integerArgument(command, 0, 1) === 0;
  return {
    units: urgent ? [] : ["\r\nNORMAL POWER DOWN\r\n"],
    result: "none",
    afterwards: () => modem.powerDown(),
  };
}

export const POWER_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CFUN": level,
  "+CBC": battery,
  "+CBATCHK": () => ok(),
  "+CPOWD": powerDown,
  "+CPOF": (modem) => ({ ...ok(), afterwards: () => modem.powerDown() }),
  "+CRESET": (modem) => ({ ...ok(), afterwards: () => modem.restart() }),
};
