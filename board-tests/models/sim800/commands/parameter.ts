// Commands that only read and write one number of the profile: `AT+X?`, `AT+X=n`, `AT+X=?`.

import { integerArgument } from "../command-line.ts";
import { type CommandHandler, ok, WRONG_PARAMETERS } from "../modem.ts";
import type { Profile } from "../profile.ts";

type NumberKey = { [K in keyof Profile]: Profile[K] extends number ? K : never }[keyof Profile];

/** The handler of command `name`, which holds one of `values` under `key`. */
export function parameter(name: string, key: NumberKey, values: readonly number[]): CommandHandler {
  return (modem, command) => {
    if (command.form === "query") return ok(`${name}: ${modem.profile[key]}`);
    if (command.form === "test") return ok(`${name}: (${values.join(",")})`);
    const value = integerArgument(command, 0, Number.NaN);
    if (!values.includes(value)) return WRONG_PARAMETERS;
    modem.profile[key] = value;
    return ok();
  };
}
