// How a file is named to the user.
import { isAbsolute, relative, sep } from "node:path";

/** Relative to `cwd` for what lies below it, else in full; with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  const path = relative(cwd, file);
  const inside = path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return (inside ? path : file).replaceAll(sep, "/");
}
