// A build that is held against its budget. It is for what goes onto a board: tests and simulator build without, for they
// are quicker so, and a gateway that is too large can be looked at.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ModuleSize } from "../bench/device-size.ts";
import { sha256 } from "../python-tools/sha256.ts";
import { overBudget, readBudget, type Taken } from "./budget.ts";
import { type BuildOptions, type BuildReport, build } from "./build.ts";
import { BuildFailed } from "./build-error.ts";
import { figuresName, readFigures } from "./figures.ts";
import { MANIFEST } from "./manifest.ts";
import { gatewayProject, type Project } from "./project.ts";

/** What was measured of the build that lies in dist/, so that it is measured once. */
const MEASURED = "sizes.json";
const MEASURER = fileURLToPath(new URL("../bench/device-size.ts", import.meta.url));

interface Measured {
  /** A hash over the build's id and the program that measured it. */
  readonly of: string;
  readonly sizes: readonly ModuleSize[];
}

/**
 * Builds what is out of date and holds it against the project's budget. Throws what `build` throws, and BuildFailed with a
 * sentence for each limit that is passed: then dist/ holds what was built, for looking at, without a build.json, so that
 * nothing takes it for a build.
 */
export async function buildWithinBudget(options: BuildOptions = {}): Promise<BuildReport> {
  const project = options.project ?? gatewayProject;
  const report = await build(options);
  // The virtual board runs no machine code, and the budget is one of bytecode.
  if (project.native) return report;
  const startedAt = performance.now();
  const over = heldAgainstBudget(
    { deviceBytes: report.deviceBytes, sizes: await measuredSizes(project, report) },
    project,
  );
  if (over.length > 0) throw new BuildFailed(overText(over, project));
  const ms = performance.now() - startedAt;
  return { ...report, ms: report.ms + ms, timings: [...report.timings, { part: "hold it against the budget", ms }] };
}

/** What is over the budget, a sentence each; then nothing takes dist/ for a build any more. */
export function heldAgainstBudget(taken: Taken, project: Project): string[] {
  const before = { figures: readFigures(project), name: figuresName(project) };
  const over = overBudget(taken, readBudget(project), before);
  if (over.length > 0) rmSync(join(project.dist, MANIFEST), { force: true });
  return over;
}

/** What a user reads of a build that is over its budget. */
export function overText(over: readonly string[], { firmware }: Project): string {
  return [
    `Over the budget of ${basename(firmware)}/budget.json:`,
    ...over,
    "No board should get this build: dist/ holds it for looking at, without a build.json. Make it smaller (npm run build --",
    "--report says what it is made of), or raise the limit and say in the commit why.",
  ].join("\n");
}

/** The size of every module, measured on a virtual board unless this very build was measured before. */
export async function measuredSizes(project: Project, report: BuildReport): Promise<readonly ModuleSize[]> {
  const path = join(project.dist, MEASURED);
  const of = sha256(report.build + readFileSync(MEASURER, "utf8"));
  const known = readMeasured(path);
  if (known?.of === of) return known.sizes;
  const { moduleSizes } = await import("../bench/device-size.ts");
  const sizes = await moduleSizes(report);
  const measured: Measured = { of, sizes };
  writeFileSync(path, `${JSON.stringify(measured, null, 2)}\n`);
  return sizes;
}

function readMeasured(path: string): Measured | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Measured;
  } catch {
    return null;
  }
}
