// npm run test:board: the tests that a board can pass by its USB port alone, with vitest.
import { spawn } from "node:child_process";
import { BOARDS } from "../firmware-ts/boards/index.ts";
import { findMpremote } from "./device/mpremote.ts";
import { boardNamed, parseOptions } from "./device/options.ts";
import { choosePort, listPorts } from "./device/ports.ts";
import { runCommand } from "./device/run-command.ts";
import { Words } from "./device/words.ts";

const HELP = `Tests a board by its USB port: flashing, interruption, restart, prompt, watchdog, the compiled program. What
stands on the board is replaced by the gateway; settings.json stays.

Usage: npm run test:board -- [options]

  --port PORT    the board's serial port; needed when several boards are connected
  --board NAME   ${BOARDS.map(({ name }) => name).join(", ")} (${BOARDS[0]?.name})
  --yes          do not ask before the board's files are replaced
  --help         print this

Exit codes: 0 all passed, 1 one failed, 2 anything else.`;

const OPTIONS = {
  port: { type: "string" },
  board: { type: "string" },
  yes: { type: "boolean", default: false },
  help: { type: "boolean", default: false },
} as const;

await runCommand(async (args) => {
  const values = parseOptions("test:board", args, OPTIONS);
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const board = boardNamed(values.board);
  const { path } = choosePort(await listPorts(await findMpremote()), board, values.port);
  const isAgreed = values.yes || (await new Words(false).ask(`Replace what is on the ${board.title} at ${path}?`));
  if (!isAgreed) {
    console.error("Nothing was done. --yes says yes where nobody can be asked.");
    return 2;
  }
  return vitest({ SMS_GATEWAY_TEST_PORT: path, SMS_GATEWAY_TEST_BOARD: board.name });
});

/** Its exit code. */
function vitest(environment: Record<string, string>): Promise<number> {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--config", "vitest.board.config.ts"];
  const child = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...environment } });
  return new Promise((resolve) => child.once("exit", (status) => resolve(status ?? 1)));
}
