// Commands on the time: AT+CCLK, AT+CLTS; AT+CTZU and AT+CTZR of the newer class (AT Command Manual V1.12, chapter 3).

import type { Command } from "../command-line.ts";
import { type Answer, type CommandHandler, type Modem, ok, WRONG_PARAMETERS } from "../modem.ts";
import { parameter } from "./parameter.ts";

/** `yy/MM/dd,hh:mm:ss±zz`, the offset in quarters of an hour. */
const CLOCK_FORM = /^(\d\d)\/(\d\d)\/(\d\d),(\d\d):(\d\d):(\d\d)([+-]\d\d)?$/;

function clock(modem: Modem, command: Command): Answer {
  if (command.form === "query") return ok(`+CCLK: "${modem.networkClock.text()}"`);
  if (command.form === "test") return ok();
  const fields = CLOCK_FORM.exec(command.args[0] ?? "");
  if (!fields) return WRONG_PARAMETERS;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = fields.slice(1, 7).map(Number);
  modem.networkClock.set(Date.UTC(2000 + year, month - 1, day, hour, minute, second), Number(fields[7] ?? 0));
  return ok();
}

export const CLOCK_COMMANDS: Readonly<Record<string, CommandHandler>> = {
  "+CCLK": clock,
  "+CLTS": parameter("+CLTS", "clts", [0, 1]),
  "+CTZU": parameter("+CTZU", "clts", [0, 1]),
  "+CTZR": parameter("+CTZR", "ctzr", [0, 1]),
};
