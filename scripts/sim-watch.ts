// npm run sim:watch: prints the gateway's MQTT messages. The work is done in board-tests/control/watch.ts.
import { UsageError } from "../board-tests/control/sim-options.ts";
import { parseWatchOptions, WATCH_HELP, watch } from "../board-tests/control/watch.ts";

try {
  const options = parseWatchOptions(process.argv.slice(2));
  if (!options) console.log(WATCH_HELP);
  else {
    const client = watch(options, (line) => console.log(line));
    process.once("SIGINT", () => client.end(true, () => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
