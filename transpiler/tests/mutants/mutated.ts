// The compiler with one of its rules made wrong: bundled from its sources, of which one is changed on the way.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";
import type { analyse } from "../../src/compile.ts";
import type { Mutant } from "./rules.ts";

const transpiler = fileURLToPath(new URL("../..", import.meta.url));
/** Within the repository, so that the packages are found; git ignores it. */
const cache = join(transpiler, "..", ".cache");

const OPTIONS: BuildOptions = {
  bundle: true,
  format: "esm",
  platform: "node",
  packages: "external",
  logLevel: "silent",
};

/** The file's text with the change; throws when the text is not what the mutant expects. */
export function mutate({ file, find, replace }: Mutant): string {
  const text = readFileSync(join(transpiler, file), "utf8");
  if (text.split(find).length !== 2) throw new Error(`${file} has not exactly once: ${find}`);
  // A function, as a text would have its $& replaced.
  return text.replace(find, () => replace);
}

/** Gives `work` the compiler's `analyse` with the rule made wrong. */
export async function withMutant<T>(mutant: Mutant, work: (made: typeof analyse) => Promise<T>): Promise<T> {
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "mutant-"));
  try {
    const runtime = join(folder, "runtime");
    cpSync(join(transpiler, "runtime"), runtime, { recursive: true });
    if (mutant.file.startsWith("runtime/")) writeFileSync(join(folder, mutant.file), mutate(mutant));
    const outfile = join(folder, "compiler.mjs");
    const entryPoints = [join(transpiler, "src/compile.ts")];
    const plugins = [patched(mutant, runtime)];
    await build({ ...OPTIONS, entryPoints, outfile, plugins });
    const compiler = (await import(pathToFileURL(outfile).href)) as { readonly analyse: typeof analyse };
    return await work(compiler.analyse);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every source keeps its own place, as some look for files beside it; the helpers are those of `runtime`. */
function patched(mutant: Mutant, runtime: string): Plugin {
  return {
    name: "one rule made wrong",
    setup: ({ onLoad }) =>
      onLoad({ filter: /transpiler[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const isChanged = path === join(transpiler, mutant.file);
        const text = isChanged ? mutate(mutant) : readFileSync(path, "utf8");
        const contents = text
          .replaceAll('new URL("../../runtime", import.meta.url)', JSON.stringify(pathToFileURL(runtime)))
          .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path)));
        return { contents, loader: "ts" };
      }),
  };
}
