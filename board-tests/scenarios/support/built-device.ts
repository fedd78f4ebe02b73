// The firmware as it goes onto a board: built once, if anything changed, however many test files ask for it.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { type BuildReport, build } from "../../../scripts/build.ts";

let building: Promise<BuildReport> | undefined;

/** Folder of what the build made for the board; the build itself sees to it that only one process builds. */
export async function builtDevice(): Promise<string> {
  return (await report()).device;
}

/** By which the board's sys.modules knows a late module: `gateway.sending`. */
export async function importNameOf(module: string): Promise<string> {
  const { importName } = (await report()).modules.find(({ name }) => name === module) ?? {};
  if (importName === undefined) throw new Error(`there is no late module ${module}`);
  return importName;
}

function report(): Promise<BuildReport> {
  building ??= build();
  return building;
}

/** What it put there, by path. */
export async function builtFiles(): Promise<Record<string, Uint8Array>> {
  const folder = await builtDevice();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.flatMap((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? [[relative(folder, path).split(sep).join("/"), readFileSync(path)]] : [];
    }),
  );
}
