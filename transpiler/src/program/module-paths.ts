// Where each module stands on the device: the path of its file below the program's root, in names that Python takes, no
// two alike, and none that is a folder too.
import { dirname, relative, sep } from "node:path";
import type { ts } from "ts-morph";
import { KEYWORDS } from "../python/identifier.ts";

export interface ModulePath {
  /** With forward slashes, without `.ts`: `domain/mode-switch`. */
  readonly relative: string;
  /** `domain.mode_switch`. */
  readonly python: string;
}

/** The modules of the helpers stand at the root, and packages may have a file of their own. */
const TAKEN = ["_ts", "_ts_late", "__init__"];

export function modulePaths(files: readonly ts.SourceFile[]): ModulePath[] {
  const root = commonFolder(files);
  const paths = files.map(({ fileName }) =>
    relative(root, fileName)
      .split(sep)
      .join("/")
      .replace(/\.m?ts$/, ""),
  );
  const folders = new Set(paths.flatMap((path) => foldersOf(path.split("/").map(pythonName))));
  const modules = new Set<string>();
  return paths.map((path) => {
    const parts = path.split("/").map(pythonName);
    let name = parts.pop() as string;
    const whole = () => [...parts, name].join(".");
    while (modules.has(whole()) || folders.has(whole()) || TAKEN.includes(name)) name += "_";
    modules.add(whole());
    return { relative: path, python: whole() };
  });
}

function foldersOf(parts: readonly string[]): string[] {
  return parts.slice(0, -1).map((_, i) => parts.slice(0, i + 1).join("."));
}

function pythonName(part: string): string {
  const name = part.replace(/[^A-Za-z0-9_]/g, "_").replace(/^(?=\d)/, "_");
  return KEYWORDS.has(name) || ["None", "True", "False"].includes(name) ? `${name}_` : name;
}

function commonFolder(files: readonly ts.SourceFile[]): string {
  const folders = files.map((file) => dirname(file.fileName));
  let common = folders[0] ?? "/";
  while (!folders.every((folder) => folder === common || folder.startsWith(`${common}/`))) common = dirname(common);
  return common;
}
