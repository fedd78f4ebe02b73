// npm run package: makes what puts the gateway onto a board without a toolchain. The work is done in package/.
import { BuildFailed, build, ProgramRefused } from "./build.ts";
import { makePackage } from "./package/make-package.ts";
import { PACKAGE_HELP, type PackageOptions, parsePackageOptions } from "./package/options.ts";
import { FileRefused, UsageError } from "./package/package-error.ts";
import { packageJson, packageLines } from "./package/package-report.ts";
import { writePackage } from "./package/write-package.ts";
import { ToolError } from "./python-tools/tool-error.ts";

const EXIT_REFUSED = 1;
const EXIT_FAILED = 2;

async function main(args: string[]): Promise<number> {
  try {
    const options = parsePackageOptions(args);
    if (options) await run(options);
    else console.log(PACKAGE_HELP);
    return 0;
  } catch (error) {
    return fail(error);
  }
}

async function run(options: PackageOptions): Promise<void> {
  const report = await build();
  const made = await makePackage(report, options);
  if (!options.dryRun) writePackage(options.out, made.artefacts);
  console.log((options.json ? packageJson : packageLines)(report, made, options));
}

/** Says what went wrong; what is nobody's mistake but ours is thrown on, with its stack. */
function fail(error: unknown): number {
  const isUsage = error instanceof UsageError || isArgumentError(error);
  const isRefused = error instanceof FileRefused || error instanceof ProgramRefused;
  const expected = isUsage || isRefused || error instanceof ToolError || error instanceof BuildFailed;
  if (!expected) throw error;
  console.error(error.message);
  if (isUsage) console.error("npm run package -- --help lists the options.");
  return isRefused ? EXIT_REFUSED : EXIT_FAILED;
}

function isArgumentError(error: unknown): error is Error {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

process.exitCode = await main(process.argv.slice(2));
