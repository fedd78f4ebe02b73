// npm run package: makes what puts the gateway onto a board without a toolchain. The work is done in package/.
import { gatewayOn } from "./build/project.ts";
import { buildWithinBudget } from "./build/within-budget.ts";
import { runCommand } from "./device/run-command.ts";
import { makePackage } from "./package/make-package.ts";
import { PACKAGE_HELP, parsePackageOptions } from "./package/options.ts";
import { packageJson, packageLines } from "./package/package-report.ts";
import { writePackage } from "./package/write-package.ts";

await runCommand(async (args) => {
  const options = parsePackageOptions(args);
  if (options === null) {
    console.log(PACKAGE_HELP);
    return 0;
  }
  const report = await buildWithinBudget({ project: gatewayOn(options.board) });
  const made = await makePackage(report, options);
  if (!options.dryRun) writePackage(options.out, made.artefacts);
  console.log((options.json ? packageJson : packageLines)(report, made, options));
  return 0;
});
