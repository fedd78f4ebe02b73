// What a compilation takes and what it gives.
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import type { Group } from "./join/index.ts";

export interface CompileOptions {
  /** Absolute path of the entry's .ts file. */
  readonly entry: string;
  /** The Python package that holds the program's modules; `app` unless given. */
  readonly packageName?: string;
  /** Folders of further `.d.ts` files that declare modules available on the device (`umqtt.simple`, files of runtime-py). */
  readonly ambient?: readonly string[];
  /** `xs[i]` has `undefined` in its type: on in firmware-ts, off for programs at large. */
  readonly noUncheckedIndexedAccess?: boolean;
  /** Functions with @native and @viper get MicroPython's decorators, to become machine code. */
  readonly native?: boolean;
  /**
   * `short`: the program's own names are replaced by others that cost a device nothing or little; `readable`, as they are
   * unless given: they are the author's.
   */
  readonly names?: "short" | "readable";
  /**
   * Modules that become one Python module each; those of no group, and late ones, stay alone. compile() throws JoinError
   * where that cannot be.
   */
  readonly join?: readonly Group[];
  /**
   * Texts of all Python files beside the program: with short names, whatever these name keeps its name, and what the
   * entry exports has another, too, where none of them names it.
   */
  readonly beside?: () => readonly string[];
}

export interface CompiledModule {
  /** Dotted name on the device: `app.domain.inbox`. */
  readonly name: string;
  /** Of a late file what an import says instead: `match`. Its folder, the package's, has to be on the path for imports. */
  readonly importName?: string;
  /** Path on the device: `app/domain/inbox.py`. */
  readonly path: string;
  /** Absolute path of the TypeScript file; null for the helpers' module, and for one that was joined from several. */
  readonly source: string | null;
  readonly python: string;
  /** The same with the author's names, line by line. */
  readonly readable: string;
  /** What it was joined from, in order. */
  readonly parts?: readonly CompiledPart[];
  /**
   * Source map, version 3, as JSON: Python (line, column) to TypeScript; of the helpers' module the names of its functions,
   * and null where they have their own.
   */
  readonly map: string | null;
}

/** A module that is part of another one on the device. */
export interface CompiledPart {
  /** Dotted name: `app.domain.inbox`. */
  readonly name: string;
  /** The path that it would have by itself: `app/domain/inbox.py`. */
  readonly path: string;
  /** Absolute path of the TypeScript file; null for the helpers. */
  readonly source: string | null;
  /** Its Python, by itself and with the author's names. */
  readonly readable: string;
  /** The line of the joined file on which it begins, from 1. */
  readonly firstLine: number;
}

export interface CompileResult {
  /** In order of dependency, the entry last; empty when diagnostics holds anything. */
  readonly modules: readonly CompiledModule[];
  /**
   * The names of the modules that are not there from the start, a list for each late module: in order of dependency, that
   * module last. Two lists may share some.
   */
  readonly late: readonly (readonly string[])[];
  readonly diagnostics: readonly Diagnostic[];
  /** A main.py that imports in order the modules that are there from the start, and runs the program. */
  readonly main: string;
}
