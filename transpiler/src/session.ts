// A program that is compiled again and again while its author edits it: what TypeScript has read stays in memory.
import type { CompileOptions, CompileResult } from "./compilation.ts";
import { type Analysis, analyseLoaded } from "./compile.ts";
import { findings } from "./diagnostics/catalogue.ts";
import { editedBody } from "./program/body-edit.ts";
import { type Loaded, Sources } from "./program/load.ts";
import type { EditedBody } from "./program/renewal.ts";
import { recompile } from "./recompile.ts";

const MISSING_MODULE = findings.noModule().code;

export class Session {
  private sources: Sources;
  private loaded: Loaded;
  /** Of the program as it was compiled last; null when it was refused. */
  private analysis: Analysis | null = null;
  private latest: CompileResult | null = null;
  /** An import leads nowhere: its file may come at any time. */
  private lacksFile = false;
  /** The last compilation left something out: a check of other files, or what only all of the program proves. */
  private isPartial = false;

  /** Reads the program, without compiling it. */
  constructor(private readonly options: CompileOptions) {
    this.sources = sourcesOf(options);
    this.loaded = this.sources.load();
  }

  /** Compiles the program as its files are now. */
  compile(): CompileResult {
    this.refresh();
    return this.compileAll();
  }

  /**
   * As compile(), but after an edit within the body of a function only what it changes is compiled: checkRest() does the
   * rest, once there is time.
   */
  recompile(): CompileResult {
    const { loaded: before, analysis } = this;
    const changes = this.refresh();
    const bodies = analysis && changes && editedBodies(before, this.loaded, changes);
    if (!bodies) return this.compileAll();
    const [edit] = bodies;
    const again = edit && bodies.length === 1 ? recompile(analysis, this.loaded, edit, this.options) : null;
    if (!again) return this.compileAll(new Set(changes));
    this.isPartial = true;
    return this.finish(again.compiled, again.analysis);
  }

  /** The result after all when recompile() has given another, or has not seen what is wrong; null when it stands. */
  checkRest(): CompileResult | null {
    if (!this.isPartial) return null;
    const { latest } = this;
    const result = this.compileAll();
    return latest && isSame(latest, result) ? null : result;
  }

  private refresh(): readonly string[] | null {
    const changes = this.lacksFile ? null : this.sources.refresh();
    if (changes === null) this.sources = sourcesOf(this.options);
    this.loaded = this.sources.load();
    return changes;
  }

  /** @param only the files that TypeScript shall check; null: all */
  private compileAll(only: ReadonlySet<string> | null = null): CompileResult {
    const { compiled, analysis } = analyseLoaded(this.loaded, this.options, only);
    this.isPartial = only !== null;
    return this.finish(compiled, analysis);
  }

  private finish(result: CompileResult, analysis: Analysis | null): CompileResult {
    this.analysis = analysis;
    this.latest = result;
    this.lacksFile = result.diagnostics.some(({ code }) => code === MISSING_MODULE);
    return result;
  }
}

/** Null when any of the changes may be seen from outside of a body. */
function editedBodies(before: Loaded, now: Loaded, changes: readonly string[]): readonly EditedBody[] | null {
  const bodies = changes.flatMap((path) => {
    const [old, file] = [before, now].map(({ program }) => program.getSourceFile(path));
    return (old && file && editedBody(old, file)) ?? [];
  });
  return bodies.length === changes.length ? bodies : null;
}

function isSame(a: CompileResult, b: CompileResult): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sourcesOf({ entry, ambient = [], noUncheckedIndexedAccess = false }: CompileOptions): Sources {
  return new Sources({ entry, ambient, noUncheckedIndexedAccess });
}
