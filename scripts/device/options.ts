// What the options of the commands beside a board have in common.
import { type ParseArgsConfig, parseArgs } from "node:util";
import { BOARDS, type Identity } from "../../firmware-ts/boards/index.ts";
import { DeviceError, EXIT_ENVIRONMENT } from "./device-error.ts";

/** The values of `options` in `args`. Throws a DeviceError that names the help of `npm run <command>`. */
export function parseOptions<Options extends NonNullable<ParseArgsConfig["options"]>>(
  command: string,
  args: string[],
  options: Options,
) {
  try {
    return parseArgs({ args, options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const [sentence] = (error as Error).message.split(". ");
    throw new DeviceError(`${sentence}.\n  npm run ${command} -- --help lists the options.`, EXIT_ENVIRONMENT);
  }
}

/** @param name the word after --board; the first board without it. Throws a DeviceError. */
export function boardNamed(name: string | undefined): Identity {
  const board = name === undefined ? BOARDS[0] : BOARDS.find((each) => each.name === name);
  if (board) return board;
  const names = BOARDS.map((each) => each.name).join(", ");
  throw new DeviceError(`--board ${name}: there is no such board. There are ${names}.`, EXIT_ENVIRONMENT);
}
