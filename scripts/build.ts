// npm run build: compiles the gateway into dist/. The work is done in build/, which other scripts and tests call too.
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { BOARDS } from "../firmware-ts/boards/index.ts";
import { type BuildOptions, type BuildReport, build, compileOptions } from "./build/build.ts";
import { BuildFailed, ProgramRefused } from "./build/build-error.ts";
import { figuresName, figuresOf, writeFigures } from "./build/figures.ts";
import { DEFAULT_BOARD, gatewayOn, type Project } from "./build/project.ts";
import { moduleTable, summaryLine, timingTable } from "./build/report.ts";
import { buildWithinBudget, heldAgainstBudget, measuredSizes, overText } from "./build/within-budget.ts";
import { DeviceError } from "./device/device-error.ts";
import { boardNamed } from "./device/options.ts";
import { ToolError } from "./python-tools/tool-error.ts";

export { type BuildOptions, type BuildReport, build } from "./build/build.ts";
export { BuildFailed, ProgramRefused } from "./build/build-error.ts";

const HELP = `Compiles the gateway for a board: firmware-ts/ and runtime-py/ into dist/.

Usage: npm run build -- [options]

  --board NAME  the board that it is for: ${BOARDS.map(({ name }) => name).join(", ")}; ${DEFAULT_BOARD.name} unless given
  --watch       build again whenever a file has changed, until Ctrl-C
  --report      say what each module, helper and call costs; exit code 2 beyond firmware-ts/budget.json
  --figures     write what each module takes to firmware-ts/figures.json: before a commit that changes it
  --native      make machine code of the functions with @native and @viper; the virtual board runs none
  --force       build even if nothing changed
  --timing      print how long each part took
  --help        print this

dist/device goes onto the board; dist/maps holds the source maps, dist/python the generated
Python for reading, dist/build.json the table of modules and the build id.

A build beyond the limits of firmware-ts/budget.json (bytes on the flash, of each .mpy, of the heap
after all imports) fails, and dist/ then has no build.json.

Exit codes: 0 built or nothing changed, 1 the program is refused, 2 anything else.`;

const OPTIONS = {
  board: { type: "string", default: DEFAULT_BOARD.name },
  watch: { type: "boolean" },
  report: { type: "boolean" },
  figures: { type: "boolean" },
  native: { type: "boolean" },
  force: { type: "boolean" },
  timing: { type: "boolean" },
  help: { type: "boolean" },
} as const;

const EXIT_REFUSED = 1;
const EXIT_FAILED = 2;
const EXPECTED = [ToolError, BuildFailed, DeviceError];

async function main(args: string[]): Promise<number> {
  try {
    const { values } = parseArgs({ args, options: OPTIONS, strict: true });
    if (values.help) {
      console.log(HELP);
      return 0;
    }
    const project = { ...gatewayOn(boardNamed(values.board)), native: values.native ?? false };
    if (values.watch) await watchUntilInterrupted(project);
    else {
      const options = { project, force: values.force ?? false };
      if (values.figures) await writeNewFigures(options);
      if (values.report) return await printCosts(options, project);
      printReport(await buildWithinBudget(options), values.timing ?? false);
    }
    return 0;
  } catch (error) {
    return fail(error);
  }
}

/** The exit code: whether the budget holds. */
async function printCosts(options: BuildOptions, project: Project): Promise<number> {
  const { costReport } = await import("./build/cost-report.ts");
  const { analyse, reportOf } = await import("../transpiler/src/index.ts");
  const report = await build(options);
  const { analysis } = analyse(compileOptions(project));
  if (analysis === null) throw new Error("what was built a moment ago is refused");
  const program = reportOf(analysis);
  const sizes = await measuredSizes(project, report);
  console.log(costReport({ build: report, sizes, program }));
  const over = heldAgainstBudget({ deviceBytes: report.deviceBytes, sizes, depth: program.depth }, project);
  if (over.length === 0) return 0;
  console.error(`\n${overText(over, project)}`);
  return EXIT_FAILED;
}

/** Whatever the budget says: what was built is compared with these figures from now on. */
async function writeNewFigures(options: BuildOptions & { project: Project }): Promise<void> {
  const { project } = options;
  if (project.board?.name !== DEFAULT_BOARD.name || project.native)
    throw new BuildFailed(`The figures are those of the ${DEFAULT_BOARD.name}: type npm run build -- --figures.`);
  const report = await build(options);
  writeFigures(project, figuresOf(report, await measuredSizes(project, report)));
  console.log(`Written: ${figuresName(project)}.`);
}

async function watchUntilInterrupted(project: Project): Promise<void> {
  const { Watch } = await import("./build/watch.ts");
  const interrupted = new Promise((resolve) => process.once("SIGINT", resolve));
  const watch = await Watch.start({
    project,
    onBuilt: (report, ms) => console.log(`${timeOfDay()} ${summaryLine(report, report.upToDate, ms)}`),
    onFailed: (error) => console.error(`${timeOfDay()} ${error.message}`),
  });
  console.log("Watching; Ctrl-C ends it.");
  await interrupted;
  await watch.close();
}

function timeOfDay(): string {
  return new Date().toTimeString().slice(0, 8);
}

function printReport(report: BuildReport, timing: boolean): void {
  if (!report.upToDate) console.log(`${moduleTable(report)}\n`);
  if (timing) console.log(`${timingTable(report.timings)}\n`);
  console.log(summaryLine(report, report.upToDate, report.ms));
}

/** Says what went wrong; what is nobody's mistake but ours is thrown on, with its stack. */
function fail(error: unknown): number {
  if (error instanceof ProgramRefused) {
    console.error(error.message);
    return EXIT_REFUSED;
  }
  const isExpected = EXPECTED.some((kind) => error instanceof kind) || isUsageError(error);
  if (!isExpected || !(error instanceof Error)) throw error;
  console.error(error.message);
  if (isUsageError(error)) console.error("npm run build -- --help lists the options.");
  return EXIT_FAILED;
}

function isUsageError(error: unknown): error is Error {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.exitCode = await main(process.argv.slice(2));
