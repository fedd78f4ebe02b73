// Late modules (`name.late.ts`), and what is late with each: the modules that it needs, directly or not, and that the
// program does not need before. What two late modules need and nobody else does is in the sets of both.
import type { ts } from "ts-morph";
import type { LateSet, Program } from "../tree/nodes.ts";

type Imports = ReadonlyMap<ts.SourceFile, readonly ts.SourceFile[]>;

/** @param files the program's modules in their order, the entry last: that is never late */
export function lateSets(files: readonly ts.SourceFile[], imports: Imports): LateSet[] {
  const entry = files.at(-1);
  const late = files.filter((file) => file !== entry && isLate(file));
  if (entry === undefined || late.length === 0) return [];
  const resident = neededBy(entry, imports, late);
  return late.map((root) => {
    const needed = neededBy(root, imports, late);
    const modules = [...files.entries()].filter(([, file]) => needed.has(file) && !resident.has(file));
    return { root: files.indexOf(root), modules: modules.map(([index]) => index) };
  });
}

export function isLate({ fileName }: ts.SourceFile): boolean {
  return /\.late\.m?ts$/.test(fileName);
}

/** Indices of the modules that are not there from the start. */
export function lateModules({ late }: Program): ReadonlySet<number> {
  return new Set(late.flatMap(({ modules }) => modules));
}

/** Without what is reached by way of a late module only. */
function neededBy(root: ts.SourceFile, imports: Imports, late: readonly ts.SourceFile[]): ReadonlySet<ts.SourceFile> {
  const found = new Set<ts.SourceFile>();
  const open = [root];
  for (let file = open.pop(); file; file = open.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    open.push(...(imports.get(file) ?? []).filter((other) => !late.includes(other)));
  }
  return found;
}
