// Wheels pinned in requirements/, through the cache.
import { cached } from "./cache.ts";
import { pipDownload } from "./pip.ts";
import { readRequirements } from "./requirements.ts";
import { run } from "./run.ts";

/**
 * Paths of the wheels of `requirements/<name>.txt`, in its order; fetched with pip when the cache lacks one.
 * @param options of pip, where they are for another Python or platform than this machine's
 */
export function cachedWheels(name: string, options: readonly string[] = []): Promise<string[]> {
  const requirements = readRequirements(name);
  return cached({
    name: `${name}-${requirements.digest.slice(0, 16)}`,
    wanted: requirements.requirements.map(({ hashes }) => hashes),
    fetch: (folder) => pipDownload(requirements, folder, options),
  });
}

/** The same for wheels with compiled modules, which only one version of Python can load: that of `python`. */
export async function cachedWheelsFor(name: string, python: readonly string[]): Promise<string[]> {
  const requirements = readRequirements(name);
  const version = await versionOf(python);
  return cached({
    name: `${name}-${requirements.digest.slice(0, 16)}-python${version}`,
    wanted: requirements.requirements.map(({ hashes }) => hashes),
    // The pip that was found may be another Python's.
    fetch: (folder) => pipDownload(requirements, folder, ["--python-version", version]),
  });
}

/** As in `3.11`. */
async function versionOf(python: readonly string[]): Promise<string> {
  const { stdout } = await run([...python, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]);
  return stdout.trim();
}
