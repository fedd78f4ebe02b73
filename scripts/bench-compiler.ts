// npm run bench:compiler: compiled TypeScript beside the same algorithm written by hand in MicroPython.
import { parseArgs } from "node:util";
import { kernelNames, readKernel } from "./bench/compiler/kernel.ts";
import { type Comparison, measure } from "./bench/compiler/measure.ts";
import { writePage } from "./bench/compiler/page.ts";
import { comparisonTable, figuresTable, ratiosOf } from "./bench/compiler/table.ts";
import { BuildFailed } from "./build/build-error.ts";
import { mpyCross } from "./python-tools/index.ts";
import { ToolError } from "./python-tools/tool-error.ts";

const HELP = `Compares what the compiler makes of TypeScript with the same algorithms written by hand.

Usage: npm run bench:compiler -- [options] [KERNEL …]

  --json   print the figures as JSON
  --write  write the ratios of all kernels into docs/compiler-bench.md
  --help   print this

The kernels are the pairs of files in scripts/bench/kernels. Exit codes: 0 measured, whatever the figures;
2 a kernel cannot be compiled or gives something else than in Node.`;

const OPTIONS = { json: { type: "boolean" }, write: { type: "boolean" }, help: { type: "boolean" } } as const;

const CONDITIONS = `Ratios of compiled to hand-written code, both as .mpy on one VM. Instructions are those of the VM's WebAssembly,
moves left out: the same in every run. Time is of this machine, the quickest of alternating turns. Heap is what one run
takes with the collector off. Bytes are of .mpy, the compiler's helpers included. Depth is in plain calls of the board.`;

async function main(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, strict: true, allowPositionals: true });
  if (values.help) return console.log(HELP);
  const crossCompiler = await mpyCross();
  const comparisons: Comparison[] = [];
  for (const name of positionals.length > 0 ? positionals : kernelNames())
    comparisons.push(await measure(await readKernel(name, crossCompiler)));
  if (values.write && positionals.length === 0) writePage(comparisons);
  if (values.json) {
    const data = comparisons.map((comparison) => ({ ...comparison, ratios: ratiosOf(comparison) }));
    return console.log(JSON.stringify(data, null, 2));
  }
  console.log(`${CONDITIONS}\n\n${comparisonTable(comparisons)}\n\n${figuresTable(comparisons)}`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  if (!isUsage && !(error instanceof BuildFailed) && !(error instanceof ToolError)) throw error;
  console.error((error as Error).message);
  process.exitCode = 2;
}
