// ts2mpy, the command: `npm run --silent ts2mpy -- …` in this repository, bin/ts2mpy.mjs in an installed package.
import { processHost } from "./cli/host.ts";
import { main } from "./cli/main.ts";

// `ts2mpy … | head` closes our output early; that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

// Not process.exit(): what was written to a pipe would be cut off.
process.exitCode = await main(process.argv.slice(2), processHost());
