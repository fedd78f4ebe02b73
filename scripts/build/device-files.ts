// Puts together the files that go onto the board: the compiled modules, umqtt, the hand-written Python, and the certificates.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompiledModule, CompileResult } from "../../transpiler/src/index.ts";
import { BuildFailed } from "./build-error.ts";
import { builtOn } from "./built-on.ts";
import type { PythonFile } from "./bytecode.ts";
import { filesBelow } from "./inputs.ts";
import { CHIPS, chipFolder, DEFAULT_BOARD, PACKAGE, type Project } from "./project.ts";

const MAIN = "main.py";
const ROOTS = "roots";
/** What stands in hand-written Python for the build id, the name of the board and the module of the program's entry. */
const BUILD_ID = "@build";
const BOARD = "@board";
const ENTRY = "@entry";
/** And for the day that the build is of. */
const BUILT = "@built";
/** The line of runtime-py/main.py in whose place the imports of all modules are written. */
const MODULES = /^([ \t]*)# @modules[ \t]*$/m;

type Program = Pick<CompileResult, "modules" | "late">;

/** All Python of the board but main.py, which stays text because MicroPython runs no other. */
export function pythonFiles(project: Project, program: Program, umqtt: string): PythonFile[] {
  const { modules } = program;
  const compiled = modules.map((module) => {
    const { path, python: text, map } = module;
    // Of a joined module its parts are for people.
    return module.parts ? { path, text, map } : { path, text, map, readable: module.readable };
  });
  const handWritten = handWrittenFiles(project)
    .filter(({ path }) => path !== MAIN)
    .map(({ path, text }) => ({ path, text: ofBoard(text, project, program) }));
  const taken = handWritten.find(({ path }) => modules.some((module) => module.path === `${PACKAGE}/${path}`));
  if (taken) throw new BuildFailed(`${taken.path} would never be imported: a file in ${PACKAGE}/ has the same name.`);
  return [...compiled, { path: "umqtt/simple.py", text: umqtt }, ...handWritten];
}

/** The hand-written Python of the project and of its board's chip, as it lies there. */
function handWrittenFiles(project: Project): PythonFile[] {
  return [project.runtime, chipFolder(project)].flatMap((folder) => pythonBelow(folder, new Set(["tests", CHIPS])));
}

/** The texts of the hand-written Python for any chip: what is compiled shall be the same for all. */
export function handWrittenTexts({ runtime }: Project): string[] {
  return pythonBelow(runtime, new Set(["tests"])).map(({ text }) => text);
}

function pythonBelow(folder: string, skipped: ReadonlySet<string>): PythonFile[] {
  return filesBelow(folder, skipped)
    .filter((path) => path.endsWith(".py"))
    .map((path) => ({ path, text: readFileSync(join(folder, path), "utf8") }));
}

/** What comes with the gateway for TLS, by the file's name: one of them is read while a connection is made. */
export function rootCertificates({ firmware }: Project): (readonly [name: string, octets: Buffer])[] {
  const folder = join(firmware, ROOTS);
  return filesBelow(folder).map((name) => [name, readFileSync(join(folder, name))] as const);
}

/** The board's main.py with its build id, which is a hash over everything else. */
export function withBuildId(main: string, build: string): string {
  return main.replace(BUILD_ID, build);
}

/**
 * The board's main.py: runtime-py/main.py with an import of every module that is not late, in order of dependency, at its
 * marker. Throws BuildFailed when the marker is missing.
 */
export function mainFile(project: Project, program: Program): string {
  const path = join(project.runtime, MAIN);
  const text = readFileSync(path, "utf8");
  if (!MODULES.test(text)) throw new BuildFailed(`${path} has no line "# @modules" for the modules' imports`);
  const imports = notLate(program).map(({ name }) => `import ${name}`);
  return ofBoard(text.replace(MODULES, linesOf(imports)), project, program).replace(BUILT, `${builtOn()}`);
}

/** The last of them is the entry; a late module may come after it. */
function notLate({ modules, late }: Program): CompiledModule[] {
  return modules.filter(({ name }) => !late.flat().includes(name));
}

/** Hand-written Python with what it says of the board and of the program's entry. */
function ofBoard(text: string, project: Project, program: Program): string {
  return text
    .replaceAll(ENTRY, notLate(program).at(-1)?.name ?? "")
    .replaceAll(BOARD, (project.board ?? DEFAULT_BOARD).name);
}

/** What `replace` puts in the place of a marker: lines with the marker's indent. */
function linesOf(texts: readonly string[]): (marker: string, indent: string) => string {
  return (_marker, indent) => texts.map((text) => indent + text).join("\n");
}
