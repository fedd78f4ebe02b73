// Commands on SIM, registration, signal, USSD and the radio's level (AT Command Manual V1.12, chapters 3, 5 and 6).

import { type Command, integerArgument } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse, WRONG_PARAMETERS } from "../modem.ts";
import type { SimLock } from "../sim-card.ts";

/** AT Command Manual 19.1. */
const LOCK_ERROR: Readonly<Record<SimLock, number | undefined>> = {
  absent: 10,
  pin: 11,
  puk: 12,
  blocked: 13,
  ready: undefined,
};

const LOCK_TEXT: Readonly<Record<SimLock, string>> = {
  absent: "NOT INSERTED",
  pin: "SIM PIN",
  puk: "SIM PUK",
  blocked: "SIM PUK",
  ready: "READY",
};

/** `READY`, `SIM PIN`, …: what +CPIN: says. */
export function lockText(lock: SimLock): string {
  return LOCK_TEXT[lock];
}

/** Runs `handler` only with an open SIM. */
export function withSim(handler: CommandHandler): CommandHandler {
  return (modem, command) => {
    const cme = LOCK_ERROR[modem.sim.lock];
    return cme === undefined ? handler(modem, command) : refuse({ cme });
  };
}

function pin(modem: Modem, command: Command): Answer {
  const { lock } = modem.sim;
  if (lock === "absent") return refuse({ cme: 10 });
  if (command.form === "query") return ok(`+CPIN: ${lockText(lock)}`);
  if (command.form === "test") return ok();
  if (lock === "ready") return refuse({ cme: 3 });
  return enterCode(modem, command.args);
}

function enterCode(modem: Modem, [code = "", newPin]: string[]): Answer {
  const { sim } = modem;
  const opened = sim.lock === "puk" ? newPin !== undefined && sim.enterPuk(code, newPin) : sim.enterPin(code);
  if (!opened) return refuse({ cme: sim.lock === "puk" ? 12 : 16 });
  return {
    ...ok(),
    afterwards: () => {
      modem.unsolicited("+CPIN: READY");
      modem.searchNetwork();
    },
  };
}

function tries(modem: Modem): Answer {
  return ok(`+SPIC: ${modem.sim.pinTries},${modem.sim.pinTries},${modem.sim.pukTries},${modem.sim.pukTries}`);
}

/** Location area and cell, the same in every run. */
const CELL = '"00C3","A1B2"';

/** AT+CREG and AT+CGREG: how much is told, and where the modem is. */
function registration(name: string, key: "creg" | "cgreg"): CommandHandler {
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
export function registrationText(modem: Modem, key: "creg" | "cgreg"): string {
  const withCell = modem.profile[key] === 2 && modem.radio.registered;
  return `${modem.radio.stat}${withCell ? `,${CELL}` : ""}`;
}

function operator(modem: Modem, command: Command): Answer {
  if (command.form !== "query") return ok();
  return ok(modem.radio.registered ? `+COPS: 0,0,"${modem.settings.operator}"` : "+COPS: 0");
}

function level(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CFUN: ${modem.radio.cfun}`);
  if (command.form === "test") return ok("+CFUN: (0,1,4),(0,1)");
  const cfun = integerArgument(command, 0, 1);
  if (cfun !== 0 && cfun !== 1 && cfun !== 4) return WRONG_PARAMETERS;
  if (integerArgument(command, 1, 0) === 1) return restart(modem);
  return { ...ok(), afterwards: () => modem.setCfun(cfun) };
}

/** AT+CFUN=1,1: at a fixed rate the OK comes after the reset (manual 3.2.42), else before. */
function restart(modem: Modem): Answer {
  const afterwards = () => {
    const okAfter = modem.profile.ipr !== 0;
    modem.restart();
    if (okAfter) modem.later(modem.settings.timing.bootMs, () => modem.unsolicited("OK"));
  };
  return modem.profile.ipr === 0 ? { ...ok(), afterwards } : { units: [], result: "none", afterwards };
}

function ussd(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CUSD: ${modem.profile.cusd}`);
  if (command.form === "test") return ok("+CUSD: (0-2)");
  const mode = integerArgument(command, 0, Number.NaN);
  if (![0, 1, 2].includes(mode)) return WRONG_PARAMETERS;
  modem.profile.cusd = mode === 2 ? modem.profile.cusd : mode;
  const code = command.args[1];
  if (code !== undefined && mode !== 2) modem.later(modem.settings.timing.ussdMs, () => answerUssd(modem, code));
  return ok();
}

function answerUssd(modem: Modem, code: string): void {
  if (modem.profile.cusd !== 1) return;
  const text = modem.settings.ussd[code];
  // An unsupported code is told without the space (manual 11.2.1).
  modem.unsolicited(text === undefined ? "+CUSD:4" : `+CUSD: 0, "${text}", 15`);
}

function ownNumber(modem: Modem): Answer {
  const number = modem.settings.ownNumber;
  return number === null ? ok() : ok(`+CNUM: "","${number}",145,7,4`);
}

export const NETWORK_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CPIN": pin,
  "+SPIC": tries,
  "+CCID": withSim((modem) => ok(modem.settings.iccid)),
  "+CIMI": withSim((modem) => ok(modem.settings.imsi)),
  "+CNUM": withSim(ownNumber),
  "+CSQ": (modem) => ok(`+CSQ: ${modem.radio.rssi},0`),
  "+CREG": registration("+CREG", "creg"),
  "+CGREG": registration("+CGREG", "cgreg"),
  "+COPS": operator,
  "+CFUN": level,
  "+CUSD": withSim(ussd),
};
