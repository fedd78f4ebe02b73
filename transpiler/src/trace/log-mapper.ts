// A device's log, line by line, in TypeScript lines: by the maps of the build that the log itself names.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type MapLookup, mapTraceback } from "./traceback.ts";

/** What a program says at its start, for its maps to be found: `gateway build 82182f3d5b41`. */
const BUILD_LINE = /\bbuild ([0-9a-f]{12})\b/;
const BUILD_FOLDER = /^[0-9a-f]{12}$/;

export class LogMapper {
  /** What the reader should know of lines that stay Python's, or may be another build's; each said once. */
  readonly remarks: string[] = [];
  private lookup: MapLookup;

  /** @param folder maps of one build (`app/inbox.py.map`), or of several, each in a folder named by its build id */
  constructor(private readonly folder: string) {
    this.lookup = this.unnamed();
  }

  /** One line or several, the frames of tracebacks in them mapped. */
  map(text: string): string {
    return text
      .split("\n")
      .map((line) => {
        const build = BUILD_LINE.exec(line)?.[1];
        if (build !== undefined && buildsIn(this.folder).length > 0) this.lookup = this.of(build);
        return mapTraceback(line, this.lookup);
      })
      .join("\n");
  }

  /** For a traceback before any build was named. */
  private unnamed(): MapLookup {
    return (pythonFile) => {
      const newest = buildsIn(this.folder)[0];
      if (newest === undefined) return mapIn(this.folder, pythonFile);
      const found = mapIn(join(this.folder, newest), pythonFile);
      if (found) this.remark(`The log names no build: its lines are shown as those of the newest, ${newest}.`);
      return found;
    };
  }

  private of(build: string): MapLookup {
    if (buildsIn(this.folder).includes(build)) return (pythonFile) => mapIn(join(this.folder, build), pythonFile);
    return () => {
      this.remark(
        `There are no maps of build ${build} in ${this.folder}: its lines stay Python's. ` +
          "Build the same sources again, or name the folder where it was built.",
      );
      return null;
    };
  }

  private remark(text: string): void {
    if (!this.remarks.includes(text)) this.remarks.push(text);
  }
}

/** The newest first. */
function buildsIn(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => BUILD_FOLDER.test(name));
  const age = (name: string) => statSync(join(folder, name)).mtimeMs;
  return names.sort((a, b) => age(b) - age(a));
}

function mapIn(folder: string, pythonFile: string): { map: string } | null {
  try {
    return { map: readFileSync(join(folder, `${pythonFile}.map`), "utf8") };
  } catch {
    return null;
  }
}
