// docs/compiler-bench.md: the ratios in it are those of a run.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Comparison } from "./measure.ts";
import { isWithin, MOST, type Ratio, ratiosOf } from "./table.ts";

const PAGE = fileURLToPath(new URL("../../../docs/compiler-bench.md", import.meta.url));
/** Not the time: it is of one machine and one moment. */
const COLUMNS = ["instructions", "heap", "bytes"] as const;

export function readPage(): string {
  return readFileSync(PAGE, "utf8");
}

export function writePage(comparisons: readonly Comparison[]): void {
  const text = readPage().replace(
    /(<!-- generated: ratios -->\n)[\s\S]*?(<!-- end -->)/,
    (_, open, end) => `${open}${ratiosTable(comparisons)}\n${end}`,
  );
  writeFileSync(PAGE, text);
}

function ratiosTable(comparisons: readonly Comparison[]): string {
  const most = `| at most | ${COLUMNS.map((id) => MOST[id]).join(" | ")} | |`;
  return [
    `| kernel | ${COLUMNS.join(" | ")} | depth |`,
    "|---|---|---|---|---|",
    most,
    ...comparisons.map((one) => {
      const ratios = ratiosOf(one)
        .filter(({ id }) => id !== "time")
        .map((ratio) => (isWithin(ratio) ? shown(ratio) : `**${shown(ratio)}**`));
      return `| ${one.name} | ${ratios.join(" | ")} | ${one.compiled.depth.toFixed(1)} : ${one.byHand.depth.toFixed(1)} |`;
    }),
  ].join("\n");
}

function shown({ value }: Ratio): string {
  return value.toFixed(2);
}

/** What the page says of a kernel; undefined where it is not in the table. */
export function ratiosOnPage(page: string, kernel: string): Readonly<Record<string, number>> | undefined {
  const row = page.split("\n").find((line) => line.startsWith(`| ${kernel} |`));
  const cells = row?.split("|").map((cell) => Number(cell.replaceAll("*", "").trim()));
  if (!cells) return undefined;
  return Object.fromEntries(COLUMNS.map((id, i) => [id, cells[i + 2] ?? 0]));
}
