// The files that are brought to the board in setup mode, and where they lie until they are saved. A draft of no octets is the wish
// to have no such file.
import { opened } from "../flash-file.ts";
import { DRAFT_ENDING, KEY_PATH } from "../own-files.ts";

/** @param name `ca`, `client` or `key` */
export function filePath(name: string): string {
  return name === "key" ? KEY_PATH : `/${name}.der`;
}

export function draftPath(name: string): string {
  return `${filePath(name)}${DRAFT_ENDING}`;
}

/** Octets of a file; -1 where there is none. */
export function sizeOf(path: string): number {
  const file = opened(path);
  if (file === null) return -1;
  const size = file.seek(0, 2);
  file.close();
  return size;
}

/** Whether there is one, or will be once all is saved. */
export function hasFile(name: string): boolean {
  const draft = sizeOf(draftPath(name));
  return (draft < 0 ? sizeOf(filePath(name)) : draft) > 0;
}
