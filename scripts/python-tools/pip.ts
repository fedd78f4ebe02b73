// Finds a pip that works and lets it download. No virtual environment is needed: nothing is installed, the files are
// only fetched, and pip checks their hashes.
import { basename } from "node:path";
import type { RequirementsFile } from "./requirements.ts";
import { type Outcome, run } from "./run.ts";
import { ToolError } from "./tool-error.ts";

const PYTHONS: readonly (readonly string[])[] =
  process.platform === "win32" ? [["py", "-3"], ["python"]] : [["python3"], ["python"]];

/** pipx's pip. Older versions (Debian 12 has 1.1.0) take a pip that they share for this one, unless told to ignore it. */
const PIPX_PIP = ["pipx", "run", "--pip-args=--ignore-installed", "pip"];

/** The command that installs pipx, by platform: what a machine without pip is told to type. */
const INSTALL_PIPX: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "brew install pipx",
  win32: "scoop install pipx",
};
const INSTALL_PIPX_ELSEWHERE = "sudo apt-get install pipx";

/** The command of a Python 3, as the words before its arguments. Throws a ToolError when there is none. */
export async function findPython(): Promise<readonly string[]> {
  const found = await firstThatRuns(PYTHONS, ["-c", "import sys; sys.exit(sys.version_info < (3, 8))"]);
  if (found) return found;
  throw new ToolError(
    "Python 3.8 or newer is missing: the build fetches the MicroPython cross-compiler with it.\n" +
      "  Install it: sudo apt-get install python3 (macOS: brew install python3), then run the command again.",
  );
}

/** The command of a pip: that of a Python, or pipx's. Throws a ToolError when there is neither. */
export async function findPip(): Promise<readonly string[]> {
  const modules = PYTHONS.map((python) => [...python, "-m", "pip"]);
  const found = await firstThatRuns([...modules, ["pip3"], PIPX_PIP], ["--version"]);
  if (found) return found;
  throw new ToolError(
    "Neither pip nor pipx is installed: the build fetches the MicroPython cross-compiler with one of them.\n" +
      `  Install pipx: ${INSTALL_PIPX[process.platform] ?? INSTALL_PIPX_ELSEWHERE}, then run the command again.`,
  );
}

async function firstThatRuns(commands: readonly (readonly string[])[], args: readonly string[]) {
  for (const command of commands) {
    if ((await run([...command, ...args])).status === 0) return command;
  }
  return undefined;
}

/**
 * Downloads the wheels of a requirements file for this machine into `folder`. Throws a ToolError.
 * @param options further options of `pip download`
 */
export async function pipDownload(
  requirements: RequirementsFile,
  folder: string,
  options: readonly string[] = [],
): Promise<void> {
  const pip = await findPip();
  const args = ["download", "--quiet", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:", ...options];
  const outcome = await run([...pip, ...args, "--require-hashes", "-r", requirements.path, "--dest", folder]);
  if (outcome.status !== 0) throw new ToolError(pipFailure(requirements, pip, outcome));
}

/** What a user reads when pip fails: which package, pip's own last word, the likely reasons, the line to try. */
export function pipFailure(requirements: RequirementsFile, pip: readonly string[], outcome: Outcome): string {
  const packages = requirements.requirements.map(({ project, version }) => `${project}==${version}`);
  const what =
    packages.length === 1 ? packages[0] : `the ${packages.length} packages of ${basename(requirements.path)}`;
  return (
    `pip could not fetch ${what}: ${lastError(outcome.stderr)}\n` +
    "  This machine may be offline or behind a proxy, its package index may lack the file, or there may be no build\n" +
    "  of it for this platform. To see it by itself, type:\n" +
    `  ${pip.join(" ")} download --no-deps --only-binary=:all: ${packages[0]}`
  );
}

function lastError(stderr: string): string {
  const lines = stderr.split(/\r?\n/).map((line) => line.trim());
  const errors = lines.filter((line) => line.startsWith("ERROR:"));
  return (errors.at(-1) ?? lines.filter((line) => line !== "").at(-1) ?? "no reason given").replace(/^ERROR: */, "");
}

/** The settings of pip that fetching past pip has to keep: the index and the certificates, where they are set. */
export interface PipSettings {
  readonly index?: string;
  readonly cert?: string;
}

export async function readPipSettings(): Promise<PipSettings> {
  const { stdout } = await run([...(await findPip()), "config", "list"]);
  return parsePipSettings(stdout);
}

/** Parses `pip config list`: lines such as `global.index-url='…'`; the environment's come under `:env:` and win. */
export function parsePipSettings(list: string): PipSettings {
  const value = (key: string) =>
    ["global", "download", ":env:"]
      .map((section) => new RegExp(`^${section}\\.${key}=(['"])(.*)\\1$`, "m").exec(list)?.[2])
      .filter((found) => found !== undefined)
      .at(-1);
  const index = value("index-url");
  const cert = value("cert");
  return { ...(index && { index }), ...(cert && { cert }) };
}
