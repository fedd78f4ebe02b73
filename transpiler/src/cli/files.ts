// Files that the user names: read and written with a sentence for everything that can be wrong with them.
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { UserError } from "./user-error.ts";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  EACCES: "may not be opened by you",
  EPERM: "may not be opened by you",
  EROFS: "is on a file system that cannot be written",
  ENOTDIR: "lies below a file, not a folder",
  EEXIST: "is a file, not a folder",
  EISDIR: "is a folder",
  ENOSPC: "does not fit on the disk",
  ENAMETOOLONG: "has too long a name",
};

/** The absolute path of a TypeScript file that can be compiled. */
export function sourceFile(name: string, cwd: string): string {
  const path = resolve(cwd, name);
  const stats = explained(name, () => statSync(path));
  if (stats.isDirectory()) throw new UserError(`${name} is a folder: name the .ts file in it that starts the program.`);
  if (name.endsWith(".d.ts")) throw new UserError(`${name} has declarations only: there is no code to compile.`);
  if (!name.endsWith(".ts")) throw new UserError(`${name} is not a TypeScript file: its name must end in .ts.`);
  explained(name, () => readFileSync(path));
  return path;
}

export function folder(name: string, cwd: string): string {
  const path = resolve(cwd, name);
  if (!explained(name, () => statSync(path)).isDirectory()) throw new UserError(`${name} is a file, not a folder.`);
  return path;
}

export function readText(name: string, cwd: string): string {
  return explained(name, () => readFileSync(resolve(cwd, name), "utf8"));
}

/** Writes files by their path below `root`, making folders where needed. */
export function writeFiles(root: string, cwd: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const target = join(resolve(cwd, root), path);
    explained(join(root, path), () => {
      makeFolder(dirname(target));
      writeFileSync(target, text);
    });
  }
}

/** One by one: where nothing can be made, as below /proc, Node's own recursion never ends. */
function makeFolder(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}

/** A file's text without its byte order mark, as TypeScript counts it, or null: for what may be missing. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8").replace(/^\ufeff/, "");
  } catch {
    return null;
  }
}

function explained<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    throw new UserError(`${name} ${reasons[code] ?? `cannot be used: ${message}`}.`);
  }
}
