// Commands on the storage of messages and how they are shown (AT Command Manual V1.12, 4.2.1, 4.2.2, 4.2.7, 4.2.9).

import { type Command, integerArgument } from "../command-line.ts";
import { knowsMemory, usage } from "../memory-names.ts";
import { type Answer, type CommandHandler, type Modem, ok, refuse, WRONG_PARAMETERS } from "../modem.ts";
import type { SimLock } from "../sim-card.ts";
import { parameter } from "./parameter.ts";

/** AT Command Manual 19.2: 310 no SIM, 314 busy, 311 PIN, 316 PUK, 517 blocked; a SIM that is closed is none [f]. */
const LOCK_ERROR: Readonly<Record<SimLock, number | undefined>> = {
  absent: 310,
  busy: 314,
  closed: 310,
  pin: 311,
  puk: 316,
  blocked: 517,
  ready: undefined,
};

/** Runs `handler` only with an open SIM whose messages have been read. */
export function withStorage(handler: CommandHandler): CommandHandler {
  return (modem, command) => {
    const locked = LOCK_ERROR[modem.sim.lock];
    if (locked !== undefined) return refuse({ cms: locked });
    const early = modem.settings.behaviour.storageErrorBeforeReady;
    return modem.storageReady || early === null ? handler(modem, command) : refuse({ cms: early });
  };
}

function format(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CMGF: ${modem.profile.cmgf}`);
  if (command.form === "test") return ok("+CMGF: (0,1)");
  const mode = integerArgument(command, 0, 0);
  if (mode !== 0 && mode !== 1) return refuse({ cms: 303 });
  modem.profile.cmgf = mode;
  return ok();
}

function storage(modem: Modem, command: Command): Answer {
  const { cpms } = modem.profile;
  if (command.form === "test") {
    const names = `(${modem.model.memories.map((name) => `"${name}"`).join(",")})`;
    return ok(`+CPMS: ${names},${names},${names}`);
  }
  if (command.form === "query") return ok(`+CPMS: ${cpms.map((name) => `"${name}",${usage(modem, name)}`).join(",")}`);
  const names = [0, 1, 2].map((index) => command.args[index] || (cpms[index] as string));
  if (command.args.length === 0 || !names.every((name) => knowsMemory(modem, name))) return refuse({ cms: 302 });
  modem.profile.cpms = names as [string, string, string];
  return ok(`+CPMS: ${names.map((name) => usage(modem, name)).join(",")}`);
}

function service(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CSMS: ${modem.profile.csms},1,1,1`);
  if (command.form === "test") return ok("+CSMS: (0-1)");
  const value = integerArgument(command, 0, Number.NaN);
  if (value !== 0 && value !== 1) return WRONG_PARAMETERS;
  modem.profile.csms = value;
  return ok("+CSMS: 1,1,1");
}

export const STORAGE_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CMGF": format,
  "+CSMS": service,
  "+CPMS": withStorage(storage),
  "+SCLASS0": parameter("+SCLASS0", "sclass0", [0, 1]),
  "+CSDH": parameter("+CSDH", "csdh", [0, 1]),
  "+CCPD": parameter("+CCPD", "ccpd", [0, 1]),
};
