// npm run package: makes what puts the gateway onto a board without a toolchain. The work is done in package/.
import { BuildFailed, build, ProgramRefused } from "./build.ts";
import { DeviceError, EXIT_BOARD, EXIT_ENVIRONMENT } from "./device/device-error.ts";
import { makePackage } from "./package/make-package.ts";
import { PACKAGE_HELP, parsePackageOptions } from "./package/options.ts";
import { packageJson, packageLines } from "./package/package-report.ts";
import { writePackage } from "./package/write-package.ts";
import { ToolError } from "./python-tools/tool-error.ts";

async function main(args: string[]): Promise<void> {
  const options = parsePackageOptions(args);
  if (options === null) return console.log(PACKAGE_HELP);
  const report = await build();
  const made = await makePackage(report, options);
  if (!options.dryRun) writePackage(options.out, made.artefacts);
  console.log((options.json ? packageJson : packageLines)(report, made, options));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  if (error instanceof DeviceError) process.exitCode = error.exitCode;
  else if (error instanceof ProgramRefused) process.exitCode = EXIT_BOARD;
  else if (error instanceof ToolError || error instanceof BuildFailed) process.exitCode = EXIT_ENVIRONMENT;
  else throw error;
  console.error(error.message);
}
