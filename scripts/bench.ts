// npm run bench: the gateway's figures beside what they are held against. Each measurement is a file of bench/.
import { parseArgs } from "node:util";
import { measureBuild } from "./bench/build-time.ts";
import { deviceSize, moduleSizes, moduleTable } from "./bench/device-size.ts";
import { measureDrain } from "./bench/drain.ts";
import { type Figure, figureData, figureTable } from "./bench/figure.ts";
import { ROUND_TRIP_MS } from "./bench/gateway-board.ts";
import { measureHardTimes } from "./bench/hard-times.ts";
import { measureHeap } from "./bench/heap.ts";
import { measureLatency } from "./bench/latency.ts";
import { BuildFailed, build, ProgramRefused } from "./build.ts";
import { ToolError } from "./python-tools/tool-error.ts";

const HELP = `Measures the gateway on the virtual board, and its build.

Usage: npm run bench -- [options]

  --json   print the figures as JSON
  --all    list every module, not only the ten largest
  --help   print this

Exit codes: 0 measured, whatever the figures; 1 the program is refused; 2 anything else.`;

const OPTIONS = { json: { type: "boolean" }, all: { type: "boolean" }, help: { type: "boolean" } } as const;

const LARGEST = 10;

const CONDITIONS = `In virtual time: the wire at 19200 baud, the modem's answers, the display's bus and a broker that is
${ROUND_TRIP_MS} ms away there and back take their time; the processor's work takes none (uncharged).
The build's figures are of this machine, the quickest of three.`;

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS, strict: true });
  if (values.help) return console.log(HELP);
  const built = await build();
  const { device } = built;
  const figures: Figure[] = [
    ...(await measureLatency(device)),
    ...(await measureDrain(device)),
    ...(await measureHeap(device)),
    ...(await measureHardTimes(device)),
    ...deviceSize(built),
    ...(await measureBuild()),
  ];
  const modules = await moduleSizes(built);
  if (values.json) {
    const conditions = { time: "virtual", processor_charged: false, round_trip_ms: ROUND_TRIP_MS };
    return console.log(
      JSON.stringify({ build: built.build, conditions, figures: figures.map(figureData), modules }, null, 2),
    );
  }
  console.log(`Build ${built.build}. ${CONDITIONS}\n\n${figureTable(figures)}\n`);
  console.log(moduleTable(values.all ? modules : modules.slice(0, LARGEST)));
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isRefused = error instanceof ProgramRefused;
  if (!isRefused && !(error instanceof BuildFailed || error instanceof ToolError)) throw error;
  console.error(error.message);
  process.exitCode = isRefused ? 1 : 2;
}
