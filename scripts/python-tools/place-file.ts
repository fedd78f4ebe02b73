// Puts a file of a pinned package beside its wheel, where it can be run or loaded.
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes the file at `path` hold `content`. What is there is compared each time rather than trusted: the wheel's hash was
 * just checked, so a damaged copy is noticed.
 */
export function placeFile(path: string, content: Buffer, mode = 0o644): void {
  if (holds(path, content)) return;
  mkdirSync(dirname(path), { recursive: true });
  // Moved into place, so that another process never sees half of it.
  const fresh = `${path}.${process.pid}`;
  writeFileSync(fresh, content);
  chmodSync(fresh, mode);
  renameSync(fresh, path);
}

function holds(path: string, content: Buffer): boolean {
  try {
    return readFileSync(path).equals(content);
  } catch {
    return false;
  }
}
