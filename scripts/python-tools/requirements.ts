// Reads the files of requirements/: pip's own format, so that pip checks the same hashes as we do.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { sha256 } from "./sha256.ts";

export interface Requirement {
  readonly project: string;
  readonly version: string;
  /** SHA-256 of every file that may stand for it, in hex: one for each platform. */
  readonly hashes: readonly string[];
}

export interface RequirementsFile {
  /** The file's name without its ending. */
  readonly name: string;
  readonly path: string;
  /** SHA-256 of the file: it changes with every pin. */
  readonly digest: string;
  readonly requirements: readonly Requirement[];
}

const folder = new URL("requirements/", import.meta.url);

/** Reads `requirements/<name>.txt`. Throws when a requirement is not pinned to a version and at least one hash. */
export function readRequirements(name: string): RequirementsFile {
  const path = fileURLToPath(new URL(`${name}.txt`, folder));
  const text = readFileSync(path, "utf8");
  return { name, path, digest: sha256(text), requirements: parseRequirements(text) };
}

/** Parses the part of pip's requirements format that the files use: comments, `name==version`, `--hash=sha256:…`. */
export function parseRequirements(text: string): Requirement[] {
  const lines = text
    .replace(/\\\r?\n/g, " ")
    .split(/\r?\n/)
    .map((line) => line.trim());
  return lines.filter((line) => line !== "" && !line.startsWith("#")).map(parseRequirement);
}

function parseRequirement(line: string): Requirement {
  const [pin = "", ...options] = line.split(/\s+/);
  const [project, version] = pin.split("==");
  const hashes = options.map((option) => /^--hash=sha256:([0-9a-f]{64})$/.exec(option)?.[1]);
  if (!project || !version || hashes.length === 0 || hashes.includes(undefined)) {
    throw new Error(`not a requirement pinned by version and SHA-256: ${line}`);
  }
  return { project, version, hashes: hashes as string[] };
}
