// npm run flash: puts what was built onto the board. The work is done in flash/ and device/.
import { join } from "node:path";
import type { Identity } from "../firmware-ts/boards/index.ts";
import { inputsDigest } from "./build/inputs.ts";
import { readManifest } from "./build/manifest.ts";
import { gatewayOn } from "./build/project.ts";
import { DeviceError, EXIT_ENVIRONMENT } from "./device/device-error.ts";
import { runCommand } from "./device/run-command.ts";
import { Words } from "./device/words.ts";
import { type Built, type FlashReport, flash } from "./flash/flash.ts";
import { FLASH_HELP, type FlashOptions, parseFlashOptions } from "./flash/options.ts";

/** Throws a DeviceError when nothing was built, or something for another board. */
function whatWasBuilt(board: Identity, words: Words): Built {
  const project = gatewayOn(board);
  const { dist } = project;
  const manifest = readManifest(dist);
  if (manifest === undefined) {
    throw new DeviceError(`There is no build in ${join(dist, "")}.\n  npm run build`, EXIT_ENVIRONMENT);
  }
  if (manifest.board !== board.name) {
    throw new DeviceError(
      `The build in ${join(dist, "")} is for the ${manifest.board}: nothing was written.\n` +
        `  npm run build -- --board ${board.name}`,
      EXIT_ENVIRONMENT,
    );
  }
  if (manifest.inputs !== inputsDigest(project)) {
    words.warn(
      `The sources have changed since build ${manifest.build}, which is what goes onto the board: npm run build`,
    );
  }
  return { dist, manifest };
}

function conclude(options: FlashOptions, report: FlashReport, words: Words): number {
  const seconds = (report.ms / 1000).toFixed(1);
  if (options.verify) {
    if (!report.upToDate) words.say(`${report.differs.length} files are not as they were built.`);
    return report.upToDate ? 0 : 1;
  }
  if (options.dryRun) return 0;
  if (report.upToDate)
    words.say(
      `Nothing to do: the board ${report.gateway ? "runs" : "holds"} build ${report.build} already (${seconds} s).`,
    );
  const problems = report.gateway?.problems ?? [];
  if (problems.length > 0) {
    words.say("The gateway runs, but has no usable settings yet:");
    for (const problem of problems) words.say(`  ${problem}`);
    words.say("  npm run setup asks for them; npm run flash -- --settings FILE puts a settings.json on the board.");
  } else if (!report.upToDate && report.gateway) {
    words.say(`The gateway runs build ${report.build} (${seconds} s). npm run monitor shows what it does.`);
  }
  return 0;
}

await runCommand(async (args) => {
  const options = parseFlashOptions(args);
  if (options === null) {
    console.log(FLASH_HELP);
    return 0;
  }
  const words = new Words(options.json);
  const report = await flash(options, whatWasBuilt(options.board, words), words);
  if (options.json) console.log(JSON.stringify(report));
  return conclude(options, report, words);
});
