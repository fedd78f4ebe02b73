// dist/build.json: what was built from what. It is written last, so a dist/ that has one is whole.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sha256 } from "../python-tools/sha256.ts";
import { filesBelow } from "./inputs.ts";

export const MANIFEST = "build.json";

/** The folders of dist/ that the build owns; anything in them that is not in the manifest is stale. */
export const OWNED_FOLDERS = ["device", "maps", "python"] as const;

export interface ModuleRow {
  /** Dotted name on the board: `gateway.domain.inbox`. */
  readonly name: string;
  /** Of a late file what an import says. */
  readonly importName?: string;
  /** Path below dist/device. */
  readonly path: string;
  /** The TypeScript file, relative to the firmware's folder; null for what is not compiled from TypeScript. */
  readonly source: string | null;
  /** Zero where source is null. */
  readonly linesOfTypeScript: number;
  readonly bytesOfPython: number;
  /** Of a module within a file: of its functions' bytecode alone. */
  readonly bytesOfMpy: number;
  /** The dotted name of the file that it was joined into with others; its own name then is that of the TypeScript file. */
  readonly within?: string;
}

export interface Manifest {
  /** The build id, which the board says at its start: 12 hex digits of a hash over what goes onto it. */
  readonly build: string;
  /** Name of the board that it is for. */
  readonly board: string;
  /** The hash over all inputs, by which a later build sees that nothing changed. */
  readonly inputs: string;
  /** In order of dependency; then umqtt, then the files of runtime-py. */
  readonly modules: readonly ModuleRow[];
  /** Of each late module the names of all that is loaded with it, in order of dependency, itself last: main.py names none. */
  readonly late: readonly (readonly string[])[];
  /** Bytes of dist/device, main.py included. */
  readonly deviceBytes: number;
  /** Path below dist/ to the SHA-256 of every file written, in order of path. */
  readonly files: Readonly<Record<string, string>>;
}

/** The manifest of a dist/ that is whole and was built from these inputs; undefined when anything differs. */
export function currentManifest(dist: string, inputs: string): Manifest | undefined {
  const manifest = readManifest(dist);
  return manifest?.inputs === inputs && isWhole(dist, manifest) ? manifest : undefined;
}

/** Undefined when there is none. */
export function readManifest(dist: string): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(join(dist, MANIFEST), "utf8")) as Manifest;
  } catch {
    return undefined;
  }
}

function isWhole(dist: string, manifest: Manifest): boolean {
  const folders = ["device", `maps/${manifest.build}`, "python"];
  const present = folders.flatMap((folder) => filesBelow(join(dist, folder)).map((path) => `${folder}/${path}`));
  if (present.length !== Object.keys(manifest.files).length) return false;
  return present.every((path) => manifest.files[path.replaceAll("\\", "/")] === sha256(readFileSync(join(dist, path))));
}
