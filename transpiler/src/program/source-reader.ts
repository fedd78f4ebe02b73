// Reads files for TypeScript. What would break it, or what it would read as something else, is kept from it and said.
import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { type FileSystemHost, Project } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { tooLongToFollow } from "./flow-budget.ts";
import { longLineage } from "./long-lineage.ts";
import { longUnion } from "./long-union.ts";
import { nestedTooDeeply, parse } from "./nesting.ts";

export class SourceReader {
  /** What is wrong with a file that TypeScript was given as empty, by its path. */
  readonly refused = new Map<string, Diagnostic>();
  readonly fileSystem: FileSystemHost;

  /** @param trusted a folder of ours */
  constructor(private readonly trusted: string) {
    const real = new Project({ skipLoadingLibFiles: true, useInMemoryFileSystem: false }).getFileSystem();
    this.fileSystem = Object.assign(Object.create(real), {
      readFileSync: (path: string, encoding?: string) => this.check(path, real.readFileSync(path, encoding)),
    });
  }

  private check(path: string, text: string): string {
    if (!path.endsWith(".ts") || path.startsWith(this.trusted)) return text;
    const wrong = isUtf8(readFileSync(path)) ? tooMuch(path, text) : noText(path);
    if (wrong === null) this.refused.delete(path);
    else this.refused.set(path, wrong);
    // A module still, so that what imports it is known to import it.
    return wrong === null ? text : "export {};";
  }
}

function tooMuch(path: string, text: string): Diagnostic | null {
  const parsed = parse(path, text);
  return (
    nestedTooDeeply(path, text, parsed) ??
    (parsed && (tooLongToFollow(parsed) ?? longLineage(parsed) ?? longUnion(parsed)))
  );
}

function noText(file: string): Diagnostic {
  return { ...findings.notUtf8(), file, start: 0, end: 0 };
}
