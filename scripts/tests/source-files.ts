// The repository's TypeScript files, as the tests of architecture and style look at them.
import { sep } from "node:path";
import { filesBelow } from "../build/inputs.ts";
import { repository } from "../build/project.ts";

const NOT_OURS = new Set([".git", ".cache", ".sim", "coverage", "dist", "node_modules"]);

/** Programs that are compiled in tests: material, not sources. */
const MATERIAL = /^transpiler\/tests\/(run|reject|golden)\//;

/** Paths below the repository, with forward slashes. */
export function sourceFiles(): string[] {
  const paths = filesBelow(repository, NOT_OURS).map((path) => path.split(sep).join("/"));
  return paths.filter((path) => path.endsWith(".ts") && !MATERIAL.test(path));
}
