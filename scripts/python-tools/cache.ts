// The folder where fetched packages are kept, and the one way into it: an entry is filled beside the cache, checked,
// and moved into place, so a reader never sees half of one and two processes at once do each other no harm.
//
// It lies in the user's cache folder and not in node_modules, because `npm ci` empties node_modules and the build
// would then need the network again; every clone on the machine shares it.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { sha256 } from "./sha256.ts";

/** The cache's folder: SMS_GATEWAY_CACHE, or `sms-gateway` in the place that the platform has for caches. */
export function cacheFolder(): string {
  const chosen = process.env.SMS_GATEWAY_CACHE;
  return chosen ? chosen : join(platformCacheFolder(), "sms-gateway");
}

function platformCacheFolder(): string {
  const home = homedir();
  if (process.platform === "win32") return process.env.LOCALAPPDATA ?? join(home, "AppData", "Local");
  if (process.platform === "darwin") return join(home, "Library", "Caches");
  return process.env.XDG_CACHE_HOME || join(home, ".cache");
}

export interface Entry {
  /** Name of its folder; it holds a part of the pins' hash, so that a new pin is a new entry. */
  readonly name: string;
  /** For each file wanted, the SHA-256 values that it may have. */
  readonly wanted: readonly (readonly string[])[];
  /** Puts the files into the (empty) folder given. */
  readonly fetch: (folder: string) => Promise<void>;
}

/**
 * The paths of an entry's files, in the order of `wanted`; fetched when the cache lacks them or holds other bytes.
 * Throws what `fetch` throws, and an error when what was fetched has none of the hashes.
 */
export async function cached(entry: Entry): Promise<string[]> {
  const folder = join(cacheFolder(), entry.name);
  return find(folder, entry.wanted) ?? (await refill(folder, entry));
}

async function refill(folder: string, entry: Entry): Promise<string[]> {
  const root = cacheFolder();
  mkdirSync(root, { recursive: true });
  const fresh = mkdtempSync(join(root, ".fetching-"));
  try {
    await entry.fetch(fresh);
    if (find(fresh, entry.wanted) === undefined) throw new Error(`what was fetched for ${entry.name} has another hash`);
    const found = moveIntoPlace(fresh, folder, entry.wanted);
    if (found === undefined) throw new Error(`the cache's folder ${folder} could not be replaced`);
    return found;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Moves `fresh` to `folder`. Another process may have been first: then its files serve, if they are right. */
function moveIntoPlace(fresh: string, folder: string, wanted: Entry["wanted"]): string[] | undefined {
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      renameSync(fresh, folder);
    } catch {
      const found = find(folder, wanted);
      if (found !== undefined) return found;
      discard(folder);
      continue;
    }
    return find(folder, wanted);
  }
  return undefined;
}

/** Takes a folder away in one step, so that nobody sees it half deleted. */
function discard(folder: string): void {
  const away = mkdtempSync(join(cacheFolder(), ".discarded-"));
  try {
    renameSync(folder, join(away, "entry"));
  } catch {
    // Gone already: the other process discarded it.
  }
  rmSync(away, { recursive: true, force: true });
}

function find(folder: string, wanted: Entry["wanted"]): string[] | undefined {
  const byHash = new Map(files(folder).map((path) => [sha256(readFileSync(path)), path]));
  const found = wanted.map((hashes) => hashes.map((hash) => byHash.get(hash)).find((path) => path !== undefined));
  return found.includes(undefined) ? undefined : (found as string[]);
}

function files(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(folder, entry.name));
  } catch {
    return [];
  }
}
