// npm run bench: the gateway's figures beside what they are held against. Each measurement is a file of bench/.
import { parseArgs } from "node:util";
import { measureBuild } from "./bench/build-time.ts";
import { day, dayFigures } from "./bench/day.ts";
import { deviceSize, moduleSizes, moduleTable } from "./bench/device-size.ts";
import { measureDrain } from "./bench/drain.ts";
import { type Figure, figureData, figureTable } from "./bench/figure.ts";
import { ROUND_TRIP_MS } from "./bench/gateway-board.ts";
import { measureHardTimes } from "./bench/hard-times.ts";
import { measureHeap } from "./bench/heap.ts";
import { measureLatency } from "./bench/latency.ts";
import { measurePduDecoding } from "./bench/pdu-decoding.ts";
import { profileOf, profileTable } from "./bench/profile.ts";
import { soak, soakFigures } from "./bench/soak.ts";
import { measureWatch } from "./bench/watch-time.ts";
import { BuildFailed, build, ProgramRefused } from "./build.ts";
import { ToolError } from "./python-tools/tool-error.ts";

const HELP = `Measures the gateway on the virtual board, and its build.

Usage: npm run bench -- [options]

  --json   print the figures as JSON
  --all    list every module, not only the ten largest
  --profile  where the processor's time goes while messages come in, by function, and what holds the loop up
             longest; nothing else
  --day    a day of a gateway with TLS, 5,000 messages and a connection that breaks 50 times; nothing else
  --help   print this

Exit codes: 0 measured, whatever the figures; 1 the program is refused; 2 anything else.`;

const OPTIONS = {
  json: { type: "boolean" },
  all: { type: "boolean" },
  profile: { type: "boolean" },
  day: { type: "boolean" },
  help: { type: "boolean" },
} as const;

const LARGEST = 10;
const SOAK_MINUTES = 60;
const DAY_HOURS = 24;

const CONDITIONS = `In virtual time: the wire at 19200 baud, the modem's answers, the display's bus and a broker that is
${ROUND_TRIP_MS} ms away there and back take their time, and the processor's work as much as an RP2040 takes, within 30 %
(board-tests/virtual-board/processor.ts); where it says uncharged, none.
The build's figures are of this machine, the quickest of three.`;

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: OPTIONS, strict: true });
  if (values.help) return console.log(HELP);
  const built = await build();
  const { device } = built;
  if (values.profile) return console.log(profileTable(await profileOf(built), built));
  if (values.day) return console.log(figureTable(dayFigures(DAY_HOURS, await day(device, DAY_HOURS))));
  const figures: Figure[] = [
    ...(await measureLatency(device, true)),
    ...(await measureLatency(device)),
    ...(await measureDrain(device, true)),
    ...(await measureDrain(device)),
    ...(await measureHeap(device)),
    ...(await measurePduDecoding(device)),
    ...(await measureHardTimes(device)),
    ...soakFigures(SOAK_MINUTES, await soak(device, SOAK_MINUTES)),
    ...deviceSize(built),
    ...(await measureBuild()),
    ...(await measureWatch()),
  ];
  const modules = await moduleSizes(built);
  if (values.json) {
    const conditions = { time: "virtual", processor_charged: true, round_trip_ms: ROUND_TRIP_MS };
    return console.log(
      JSON.stringify({ build: built.build, conditions, figures: figures.map(figureData), modules }, null, 2),
    );
  }
  console.log(`Build ${built.build}. ${CONDITIONS}\n\n${figureTable(figures)}\n`);
  console.log(moduleTable(values.all ? modules : modules.slice(0, LARGEST)));
}

/** Says what went wrong, and gives the exit code; what is nobody's mistake but ours is thrown on, with its stack. */
function fail(error: unknown): number {
  const isUsage = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  const isExpected = [ProgramRefused, BuildFailed, ToolError].some((kind) => error instanceof kind);
  if (!isUsage && !isExpected) throw error;
  console.error((error as Error).message);
  if (isUsage) console.error("npm run bench -- --help lists the options.");
  return error instanceof ProgramRefused ? 1 : 2;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.exitCode = fail(error);
}
