// Puts together the files that go onto the board: the compiled modules, umqtt, and the hand-written Python.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompiledModule } from "../../transpiler/src/index.ts";
import { BuildFailed } from "./build-error.ts";
import type { PythonFile } from "./bytecode.ts";
import { filesBelow } from "./inputs.ts";
import type { Project } from "./project.ts";

const MAIN = "main.py";
/** What stands for the build id in runtime-py/main.py. */
const BUILD_ID = "@build";
/** The line of runtime-py/main.py in whose place the imports of all modules are written. */
const MARKER = /^([ \t]*)# @modules[ \t]*$/m;

/** All Python of the board but main.py, which stays text because MicroPython runs no other. */
export function pythonFiles(project: Project, modules: readonly CompiledModule[], umqtt: string): PythonFile[] {
  const handWritten = filesBelow(project.runtime, new Set(["tests"]))
    .filter((path) => path.endsWith(".py") && path !== MAIN)
    .map((path) => ({ path, text: readFileSync(join(project.runtime, path), "utf8") }));
  const compiled = modules.map(({ path, python, map }) => ({ path, text: python, map }));
  return [...compiled, { path: "umqtt/simple.py", text: umqtt }, ...handWritten];
}

/** The board's main.py with its build id, which is a hash over everything else. */
export function withBuildId(main: string, build: string): string {
  return main.replace(BUILD_ID, build);
}

/**
 * The board's main.py: runtime-py/main.py with an import of every module, in order of dependency, at its marker.
 * Throws BuildFailed when the marker is missing.
 */
export function mainFile(project: Project, modules: readonly CompiledModule[]): string {
  const path = join(project.runtime, MAIN);
  const text = readFileSync(path, "utf8");
  if (!MARKER.test(text)) throw new BuildFailed(`${path} has no line "# @modules" for the modules' imports`);
  return text.replace(MARKER, (_line, indent: string) =>
    modules.map(({ name }) => `${indent}import ${name}`).join("\n"),
  );
}
