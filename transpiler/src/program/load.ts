// Reads a program with ts-morph: the entry, what it imports, the subset's library and the modules of the device; and
// reads it again, as far as its files have changed. One fixed set of options for everybody; no tsconfig is looked for.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Project, type SourceFile, ts } from "ts-morph";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { SourceReader } from "./source-reader.ts";

export interface LoadOptions {
  readonly entry: string;
  readonly ambient: readonly string[];
  readonly noUncheckedIndexedAccess: boolean;
}

export interface Loaded {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly entry: ts.SourceFile;
  /** What is wrong with files that TypeScript was not given, by their path. */
  readonly refused: ReadonlyMap<string, Diagnostic>;
}

const libraryFolder = fileURLToPath(new URL("../../lib", import.meta.url));

export class Sources {
  private readonly project: Project;
  private readonly reader = new SourceReader(libraryFolder);
  /** When and how large each file was when it was read, by its path. */
  private readonly stamps = new Map<string, string>();

  constructor(private readonly options: LoadOptions) {
    this.project = new Project({
      fileSystem: this.reader.fileSystem,
      skipAddingFilesFromTsConfig: true,
      skipLoadingLibFiles: true,
      compilerOptions: compilerOptions(options.noUncheckedIndexedAccess),
    });
    for (const folder of [libraryFolder, join(libraryFolder, "micropython"), ...options.ambient]) {
      for (const file of declarationFiles(folder)) this.project.addSourceFileAtPath(file);
    }
    this.project.addSourceFileAtPath(options.entry);
    this.settle();
  }

  /** Throws when the entry is gone. */
  load(): Loaded {
    const program = this.project.getProgram().compilerObject;
    const entry = program.getSourceFile(this.options.entry);
    if (entry === undefined) throw new Error(`${this.options.entry} was not loaded`);
    return { program, checker: program.getTypeChecker(), entry, refused: this.reader.refused };
  }

  /** Takes in what has changed on the disk since it was last read: paths of the files; null when some came or went, too. */
  refresh(): readonly string[] | null {
    const files = this.project.getSourceFiles();
    const stale = files.filter((file) => stampOf(file) !== this.stamps.get(file.getFilePath()));
    const changes = stale.map((file) => file.getFilePath());
    for (const file of stale) file.refreshFromFileSystemSync();
    this.settle();
    const isSame = this.project.getSourceFiles().length === files.length && this.stamps.size === files.length;
    return isSame ? changes : null;
  }

  private settle(): void {
    this.project.resolveSourceFileDependencies();
    this.stamps.clear();
    for (const file of this.project.getSourceFiles()) this.stamps.set(file.getFilePath(), stampOf(file));
  }
}

export function load(options: LoadOptions): Loaded {
  return new Sources(options).load();
}

function stampOf(file: SourceFile): string {
  const stats = statSync(file.getFilePath(), { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size} ${stats.ino}` : "gone";
}

function compilerOptions(noUncheckedIndexedAccess: boolean): ts.CompilerOptions {
  return {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noLib: true,
    types: [],
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    isolatedModules: true,
    useDefineForClassFields: true,
    allowImportingTsExtensions: true,
    noImplicitOverride: true,
    noUncheckedIndexedAccess,
  };
}

function declarationFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".d.ts"))
    .sort()
    .map((name) => join(folder, name));
}
