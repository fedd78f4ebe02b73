// Reads a program with ts-morph: the entry, what it imports, the subset's library and the modules of the device.
// One fixed set of options for everybody; no tsconfig is looked for.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Project, ts } from "ts-morph";

export interface LoadOptions {
  readonly entry: string;
  readonly ambient: readonly string[];
  readonly noUncheckedIndexedAccess: boolean;
}

export interface Loaded {
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  readonly entry: ts.SourceFile;
}

const libraryFolder = fileURLToPath(new URL("../../lib", import.meta.url));

export function load(options: LoadOptions): Loaded {
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipLoadingLibFiles: true,
    compilerOptions: compilerOptions(options.noUncheckedIndexedAccess),
  });
  for (const folder of [libraryFolder, join(libraryFolder, "micropython"), ...options.ambient]) {
    for (const file of declarationFiles(folder)) project.addSourceFileAtPath(file);
  }
  project.addSourceFileAtPath(options.entry);
  project.resolveSourceFileDependencies();
  const program = project.getProgram().compilerObject;
  const entry = program.getSourceFile(options.entry);
  if (entry === undefined) throw new Error(`${options.entry} was not loaded`);
  return { program, checker: program.getTypeChecker(), entry };
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
