// Which modules of the program live and die together on the board, as the project says in lifetimes.json: each group becomes
// one file there, which is also what runtime-py/starting.py forgets as a whole. A project without that file has a file for
// each module.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompileOptions } from "../../transpiler/src/index.ts";
import { BuildFailed } from "./build-error.ts";
import type { Project } from "./project.ts";

const LIFETIMES = "lifetimes.json";

/** In the order of the file: a module belongs to the first group that names it. Throws BuildFailed for what is no such table. */
export function lifetimesOf({ firmware }: Project): NonNullable<CompileOptions["join"]> {
  const path = join(firmware, LIFETIMES);
  if (!existsSync(path)) return [];
  const groups = Object.entries(parsed(path));
  if (!groups.every(([name, files]) => /^[a-z]\w*$/.test(name) && isListOfTexts(files)))
    throw new BuildFailed(
      `${path}: each group has a name of letters and a list of files, folders (with / at the end) or "*".`,
    );
  return groups.map(([name, files]) => ({ name, files: files as string[] }));
}

/** Throws BuildFailed where the compiler finds that the groups cannot be. */
export function withGroups<T>({ firmware }: Project, compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (error instanceof Error && error.name === "JoinError")
      throw new BuildFailed(`${join(firmware, LIFETIMES)}: ${error.message}`);
    throw error;
  }
}

function parsed(path: string): object {
  try {
    const value: unknown = JSON.parse(readFileSync(path, "utf8"));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch (error) {
    throw new BuildFailed(`${path} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  throw new BuildFailed(`${path} must hold an object: a name and a list of files for each group.`);
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}
