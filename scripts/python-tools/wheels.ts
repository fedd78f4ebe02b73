// Wheels pinned in requirements/, through the cache.
import { cached } from "./cache.ts";
import { pipDownload } from "./pip.ts";
import { readRequirements } from "./requirements.ts";

/** Paths of the wheels of `requirements/<name>.txt`, in its order; fetched with pip when the cache lacks one. */
export function cachedWheels(name: string): Promise<string[]> {
  const requirements = readRequirements(name);
  return cached({
    name: `${name}-${requirements.digest.slice(0, 16)}`,
    wanted: requirements.requirements.map(({ hashes }) => hashes),
    fetch: (folder) => pipDownload(requirements, folder),
  });
}
