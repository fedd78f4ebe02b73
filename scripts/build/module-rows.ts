// The table of modules of a build: a row for each file on the board, and, where a file was joined from several modules, a row
// for each of these with its share of the bytecode.
import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import type { CompiledModule, CompiledPart } from "../../transpiler/src/index.ts";
import type { PythonFile } from "./bytecode.ts";
import type { ModuleRow } from "./manifest.ts";
import { type MpyFunction, mpyFunctions } from "./mpy-functions.ts";
import type { Project } from "./project.ts";

export function moduleRows(
  project: Project,
  modules: readonly CompiledModule[],
  python: readonly PythonFile[],
  bytecode: readonly Buffer[],
): ModuleRow[] {
  const compiled = new Map(modules.map((module) => [module.path, module]));
  return python.flatMap((file, index): ModuleRow[] => {
    const mpy = bytecode[index] ?? Buffer.alloc(0);
    const { source = null, parts = [], name, importName } = compiled.get(file.path) ?? {};
    const row = {
      name: name ?? file.path.replace(/(\/__init__)?\.py$/, "").replaceAll("/", "."),
      ...(importName !== undefined && { importName }),
      path: mpyPath(file.path),
      ...ofSource(project, source),
      bytesOfPython: Buffer.byteLength(file.readable ?? file.text),
      bytesOfMpy: mpy.length,
    };
    const shares = parts.length > 0 ? sharesOf(mpy, parts) : [];
    return [row, ...parts.map((part, i) => partRow(project, row, part, shares[i] ?? 0))];
  });
}

function ofSource({ firmware }: Project, source: string | null): Pick<ModuleRow, "source" | "linesOfTypeScript"> {
  if (source === null) return { source: null, linesOfTypeScript: 0 };
  const lines = readFileSync(source, "utf8").trimEnd().split("\n").length;
  return { source: relative(firmware, source).split(sep).join("/"), linesOfTypeScript: lines };
}

function partRow(project: Project, file: ModuleRow, part: CompiledPart, bytesOfMpy: number): ModuleRow {
  const { source, linesOfTypeScript } = ofSource(project, part.source);
  const bytesOfPython = Buffer.byteLength(part.readable);
  return {
    name: source ?? part.name,
    path: file.path,
    source,
    linesOfTypeScript,
    bytesOfPython,
    bytesOfMpy,
    within: file.name,
  };
}

/** What the functions of each part take; what is done when the file is loaded, and the names, are nobody's. */
function sharesOf(mpy: Buffer, parts: readonly CompiledPart[]): number[] {
  const shares = parts.map(() => 0);
  const [, ...functions] = functionsIn(mpy);
  for (const [at, { bytes }] of functions.entries()) {
    // A class's body is said to stand on line 1: it goes with the first of its functions.
    const line = functions.slice(at).find((one) => one.line > 1)?.line ?? 0;
    const part = parts.filter(({ firstLine }) => firstLine <= line).length - 1;
    shares[part] = (shares[part] ?? 0) + bytes;
  }
  return shares;
}

/** None of a file with machine code, which nothing here reads. */
function functionsIn(mpy: Buffer): MpyFunction[] {
  const architecture = (mpy[2] ?? 0) >> 2;
  return architecture === 0 ? mpyFunctions(mpy) : [];
}

export function mpyPath(path: string): string {
  return path.replace(/\.py$/, ".mpy");
}
