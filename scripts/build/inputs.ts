// One hash over everything that a build's output depends on. It is taken at every start, before the compiler is
// loaded, so it must stay cheap: some hundred files, read and hashed.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { toolsDigest } from "../python-tools/index.ts";
import { builtOn } from "./built-on.ts";
import { FIGURES } from "./figures.ts";
import { DEFAULT_BOARD, type Project, repository } from "./project.ts";

/** The build's own sources: the compiler, its library, this folder, and the lock file for the packages' versions. */
const TOOL_SOURCES = [
  "transpiler/src",
  "transpiler/lib",
  "transpiler/runtime",
  "scripts/build",
  "scripts/build.ts",
  "package-lock.json",
];

/** Of firmware-ts what is never compiled: changing a test, or the figures of what was built, is no reason to build. */
const NOT_COMPILED = new Set(["tests", "fakes", "node", FIGURES]);

/** SHA-256 over names and contents of all inputs, in hex. */
export function inputsDigest(project: Project): string {
  const hash = createHash("sha256")
    .update(toolsDigest())
    .update(project.native ? "native" : "")
    .update(`${builtOn()}`)
    .update(`\0${project.entry ?? ""}\0${(project.board ?? DEFAULT_BOARD).name}\0`);
  addFolder(hash, project.firmware, NOT_COMPILED);
  addFolder(hash, project.runtime, NOT_COMPILED);
  for (const source of TOOL_SOURCES) addFolder(hash, join(repository, source));
  return hash.digest("hex");
}

/** Every folder of the project's own that holds an input, for a build that watches; the build's own sources are not among them. */
export function inputFolders({ firmware, runtime }: Project): Set<string> {
  const paths = [firmware, runtime].flatMap((root) => filesBelow(root, NOT_COMPILED).map((path) => join(root, path)));
  return new Set(paths.map(dirname));
}

function addFolder(hash: ReturnType<typeof createHash>, root: string, skipped: ReadonlySet<string> = new Set()): void {
  for (const path of filesBelow(root, skipped)) {
    const content = readFileSync(join(root, path));
    hash.update(`${path.split(sep).join("/")}\0${content.length}\0`).update(content);
  }
}

/** Paths below `root`, sorted, files and folders named in `skipped` left out; one empty path when `root` is a file itself. */
export function filesBelow(root: string, skipped: ReadonlySet<string> = new Set()): string[] {
  const paths: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (skipped.has(entry.name)) continue;
      if (entry.isFile()) paths.push(path);
      else if (entry.isDirectory()) visit(path);
    }
  };
  try {
    visit("");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOTDIR") return [""];
    if (code !== "ENOENT") throw error;
  }
  return paths.sort();
}
