// What MicroPython's native code cannot do, seen in the Python that it would be made of: it raises nothing again, swallows
// no exception by leaving a finally, and does not look whether a variable has its value yet.
import { findings } from "../diagnostics/catalogue.ts";
import type { Stmt } from "../python/ast.ts";
import { mapBlocks, nodesOf } from "../tidy/walk.ts";
import { checkAssigned } from "./assigned.ts";
import type { Definition, Report } from "./index.ts";

export function checkNative(definition: Definition, report: Report): void {
  for (const node of nodesOf(definition.body) as unknown as Stmt[]) {
    if (node.kind === "raise" && node.value === null) report(node, findings.nativeLimit("throws again what it caught"));
    if (node.kind === "try" && leaves(node.finalizer))
      report(node, findings.nativeLimit("leaves a finally block by return, break or continue"));
    if (node.kind === "def") checkValues(node, report);
  }
  checkValues(definition, report);
}

export function checkValues(definition: Definition, report: Report): void {
  checkAssigned(definition, (name, at) => report(at, findings.nativeLimit(`reads ${name} where it may have no value`)));
}

/** These statements may be left by a jump. */
function leaves(body: readonly Stmt[], inLoop = false): boolean {
  return body.some((statement) => {
    if (statement.kind === "return") return true;
    if (statement.kind === "break" || statement.kind === "continue") return !inLoop;
    if (statement.kind === "def" || statement.kind === "class") return false;
    let found = false;
    mapBlocks(statement, (inner) => {
      found ||= leaves(inner, inLoop || statement.kind === "while" || statement.kind === "for");
      return inner;
    });
    return found;
  });
}
