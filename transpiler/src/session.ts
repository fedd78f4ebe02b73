// A program that is compiled again and again while its author edits it: what TypeScript has read stays in memory.
import type { CompileOptions, CompileResult } from "./compilation.ts";
import { analyseLoaded } from "./compile.ts";
import { findings } from "./diagnostics/catalogue.ts";
import { isWithinBody } from "./program/body-edit.ts";
import { type Change, type Loaded, Sources } from "./program/load.ts";

const MISSING_MODULE = findings.noModule().code;

export class Session {
  private sources: Sources;
  private loaded: Loaded;
  private accepted = false;
  /** An import leads nowhere: its file may come at any time. */
  private lacksFile = false;
  /** Files were left out of the last check. */
  private unchecked = false;

  /** Reads the program, without compiling it. */
  constructor(private readonly options: CompileOptions) {
    this.sources = sourcesOf(options);
    this.loaded = this.sources.load();
  }

  /** Paths of the files whose change is a reason to compile again. */
  get files(): readonly string[] {
    return this.sources.paths();
  }

  /** Compiles the program as its files are now. */
  compile(): CompileResult {
    this.refresh();
    return this.finish(analyseLoaded(this.loaded, this.options).compiled);
  }

  /**
   * As compile(), but after edits within the bodies of functions only the edited files are checked by TypeScript:
   * checkRest() does the others, once there is time.
   */
  recompile(): CompileResult {
    const changes = this.refresh();
    const edited = this.accepted && changes ? this.editedBodies(changes) : null;
    const result = this.finish(analyseLoaded(this.loaded, this.options, edited).compiled);
    this.unchecked = edited !== null;
    return result;
  }

  /** The result after all when one of the files that recompile() left out is wrong; null when none is. */
  checkRest(): CompileResult | null {
    if (!this.unchecked) return null;
    this.unchecked = false;
    const result = analyseLoaded(this.loaded, this.options).compiled;
    return result.diagnostics.length > 0 ? this.finish(result) : null;
  }

  private refresh(): readonly Change[] | null {
    const changes = this.lacksFile ? null : this.sources.refresh();
    if (changes === null) this.sources = sourcesOf(this.options);
    this.loaded = this.sources.load();
    return changes;
  }

  private finish(result: CompileResult): CompileResult {
    this.accepted = result.diagnostics.length === 0;
    this.lacksFile = result.diagnostics.some(({ code }) => code === MISSING_MODULE);
    return result;
  }

  private editedBodies(changes: readonly Change[]): ReadonlySet<string> | null {
    const within = changes.every(({ path, before }) => {
      const file = this.loaded.program.getSourceFile(path);
      return file !== undefined && isWithinBody(before, file);
    });
    return within ? new Set(changes.map(({ path }) => path)) : null;
  }
}

function sourcesOf({ entry, ambient = [], noUncheckedIndexedAccess = false }: CompileOptions): Sources {
  return new Sources({ entry, ambient, noUncheckedIndexedAccess });
}
