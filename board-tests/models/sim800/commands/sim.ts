// Commands on the SIM: PIN and PUK, its lock, its identity, its own number (AT Command Manual V1.12, chapter 3).

import { type Command, integerArgument } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse, WRONG_PARAMETERS } from "../modem.ts";
import { isPin, type SimLock } from "../sim-card.ts";
import { addressType } from "../tpdu.ts";

/** AT Command Manual 19.1. */
const LOCK_ERROR: Readonly<Record<SimLock, number | undefined>> = {
  absent: 10,
  busy: 14,
  closed: 797,
  pin: 11,
  puk: 12,
  blocked: 13,
  ready: undefined,
};

const LOCK_TEXT: Readonly<Record<SimLock, string>> = {
  absent: "NOT INSERTED",
  busy: "NOT READY",
  closed: "NOT READY",
  pin: "SIM PIN",
  puk: "SIM PUK",
  blocked: "SIM PUK",
  ready: "READY",
};

const WRONG_PASSWORD = 16;

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
  if (lock === "busy") return refuse({ cme: 14 });
  if (command.form === "query") return ok(`+CPIN: ${lockText(lock)}`);
  if (command.form === "test") return ok();
  if (lock === "pin") return enterPin(modem, command.args);
  if (lock === "puk") return enterPuk(modem, command.args);
  return refuse({ cme: lock === "ready" ? 3 : (LOCK_ERROR[lock] as number) });
}

/** A code that is no PIN never reaches the SIM, and costs no try. */
function enterPin(modem: Modem, [code = ""]: string[]): Answer {
  if (!isPin(code)) return WRONG_PARAMETERS;
  if (modem.sim.enterPin(code)) return opened(modem);
  return refuse({ cme: modem.sim.lock === "puk" ? modem.settings.behaviour.lastPinError : WRONG_PASSWORD });
}

function enterPuk(modem: Modem, [code = "", newPin]: string[]): Answer {
  if (newPin === undefined) return refuse({ cme: 12 });
  if (!/^\d{8}$/.test(code) || !isPin(newPin)) return WRONG_PARAMETERS;
  return modem.sim.enterPuk(code, newPin) ? opened(modem) : refuse({ cme: WRONG_PASSWORD });
}

function opened(modem: Modem): Answer {
  return {
    ...ok(),
    afterwards: () => {
      modem.unsolicited("+CPIN: READY");
      modem.searchNetwork();
    },
  };
}

/** AT+CLCK="SC",mode[,PIN]: 2 asks, 1 has the PIN asked for at every start, 0 does not. */
function lock(modem: Modem, command: Command): Answer {
  if (command.form === "test") return ok('+CLCK: ("SC")');
  const [facility, , code = ""] = command.args;
  const mode = integerArgument(command, 1, Number.NaN);
  if (facility !== "SC" || ![0, 1, 2].includes(mode)) return WRONG_PARAMETERS;
  if (mode === 2) return ok(`+CLCK: ${modem.sim.pinEnabled ? 1 : 0}`);
  if (!isPin(code)) return WRONG_PARAMETERS;
  if (!modem.sim.enterPin(code)) return refuse({ cme: WRONG_PASSWORD });
  modem.sim.pinEnabled = mode === 1;
  return ok();
}

function changePin(modem: Modem, command: Command): Answer {
  if (command.form === "test") return ok('+CPWD: ("SC",8)');
  const [facility, old = "", changed = ""] = command.args;
  if (facility !== "SC" || !isPin(old) || !isPin(changed)) return WRONG_PARAMETERS;
  return modem.sim.changePin(old, changed) ? ok() : refuse({ cme: WRONG_PASSWORD });
}

/** Tries left: PIN, PIN2, PUK, PUK2. The second ones are never used here. */
function tries({ sim }: Modem): Answer {
  return ok(`+SPIC: ${sim.pinTries},3,${sim.pukTries},10`);
}

function ownNumber(modem: Modem): Answer {
  const number = modem.settings.ownNumber;
  return number === null ? ok() : ok(`+CNUM: "","${number}",${addressType(number)},7,4`);
}

export const SIM_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CPIN": pin,
  "+SPIC": tries,
  "+CLCK": withSim(lock),
  "+CPWD": withSim(changePin),
  "+CCID": withSim((modem) => ok(modem.settings.iccid)),
  "+CICCID": withSim((modem) => ok(`+ICCID: ${modem.settings.iccid}`)),
  "+CIMI": withSim((modem) => ok(modem.settings.imsi)),
  "+CNUM": withSim(ownNumber),
};
