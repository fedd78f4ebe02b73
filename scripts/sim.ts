// npm run sim: builds the firmware and runs it on a virtual board. The work is done in board-tests/control/.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { runSimulator } from "../board-tests/control/run-simulator.ts";
import { parseSimOptions, SIM_HELP, type SimOptions, UsageError } from "../board-tests/control/sim-options.ts";
import { summaryLine } from "./build/report.ts";
import { BuildFailed, build, ProgramRefused } from "./build.ts";
import { ToolError } from "./python-tools/tool-error.ts";

const DEVICE_FOLDER = "dist/device";

async function main(args: string[]): Promise<number> {
  const options = parseSimOptions(args);
  if (!options) {
    console.log(SIM_HELP);
    return 0;
  }
  await runSimulator(options, await deviceFolder(options));
  return 0;
}

/** The firmware's folder: built now, unless another was named. */
async function deviceFolder({ device }: SimOptions): Promise<string> {
  if (device === null) {
    console.log("Building the firmware …");
    const report = await build();
    console.log(summaryLine(report, report.upToDate, report.ms));
    return resolve(DEVICE_FOLDER);
  }
  if (!existsSync(device)) throw new UsageError(`--device ${device}: there is no such folder.`);
  return resolve(device);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const expected = [UsageError, BuildFailed, ProgramRefused, ToolError].some((kind) => error instanceof kind);
  if (!expected) throw error;
  console.error((error as Error).message);
  process.exitCode = error instanceof ProgramRefused ? 1 : 2;
}
