// npm run monitor: shows what the board prints. The work is done in monitor/.
import { gatewayProject } from "./build/project.ts";
import { runCommand } from "./device/run-command.ts";
import { Monitor } from "./monitor/monitor.ts";
import { MONITOR_HELP, parseMonitorOptions } from "./monitor/options.ts";

await runCommand(async (args) => {
  const options = parseMonitorOptions(args);
  if (options === null) {
    console.log(MONITOR_HELP);
    return 0;
  }
  const monitor = new Monitor(options, gatewayProject.dist, (line) => console.log(line));
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void monitor.end().then(() => process.exit(0)));
  }
  await monitor.run();
  return 0;
});
