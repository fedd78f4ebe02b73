// What the modem says of itself (AT Command Manual V1.12, 2.2.8, 2.2.36 to 2.2.41 and 3.2.10 to 3.2.13).

import { type CommandHandler, type Modem, ok } from "../modem.ts";

const maker: CommandHandler = (modem) => ok(modem.model.manufacturer);
const model: CommandHandler = (modem) => ok(modem.model.model);
const serialNumber: CommandHandler = (modem) => ok(modem.settings.imei);

/** ATI's lines are one block of information. */
function identification(modem: Modem) {
  return ok(modem.model.identification.join("\r\n").replace("*", modem.settings.imei));
}

export const IDENTITY_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  I: identification,
  "+GMI": maker,
  "+CGMI": maker,
  "+GMM": model,
  "+CGMM": model,
  "+GMR": (modem) => ok(modem.settings.revision),
  "+CGMR": (modem) => ok(modem.model.revisionPrefix + modem.settings.revision),
  "+GSN": serialNumber,
  "+CGSN": serialNumber,
  "+GCAP": () => ok("+GCAP: +CGSM"),
};
