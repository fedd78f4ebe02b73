// npm run sim:modem: the emulated modem as a serial port. The work is done in board-tests/control/run-modem.ts.
import { MODEM_HELP, parseModemOptions, runModem } from "../board-tests/control/run-modem.ts";
import { UsageError } from "../board-tests/control/sim-options.ts";

try {
  const options = parseModemOptions(process.argv.slice(2));
  if (!options) console.log(MODEM_HELP);
  else await runModem(options, (line) => console.log(line));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
