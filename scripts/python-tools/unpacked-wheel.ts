// A wheel's files in a folder beside it: compiled modules cannot be imported from a wheel as it is.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readZip } from "./archives.ts";
import { placeFile } from "./place-file.ts";

/** The folder of the wheel's files, for PYTHONPATH. */
export function unpackedWheel(wheel: string): string {
  const folder = join(dirname(wheel), "packages");
  for (const [name, content] of readZip(readFileSync(wheel))) {
    if (!name.endsWith("/")) placeFile(join(folder, name), content());
  }
  return folder;
}
