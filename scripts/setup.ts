// npm run setup: sets up the gateway on a board over USB. The work is done in setup/.
import { runCommand } from "./device/run-command.ts";
import { Words } from "./device/words.ts";
import { parseSetupOptions, SETUP_HELP } from "./setup/options.ts";
import { setup } from "./setup/setup.ts";
import { Cancelled } from "./setup/terminal.ts";

/** As shells have it for Ctrl-C. */
const EXIT_INTERRUPTED = 130;

await runCommand(async (args) => {
  const options = parseSetupOptions(args);
  if (options === null) {
    console.log(SETUP_HELP);
    return 0;
  }
  try {
    return await setup(options, new Words(false));
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    console.error(error.message);
    return EXIT_INTERRUPTED;
  }
});
