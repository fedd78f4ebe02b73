// Which entries of the compiler's tables a run of programs makes use of. The test puts a getter in the place of each entry,
// so that the compiler itself counts nothing.
import { ts } from "ts-morph";
// The whole compiler first: its tables lean on each other in the order in which it loads them.
import "../../src/compile.ts";
import { CONSTRUCTORS } from "../../src/lower/builtins/constructors.ts";
import { GLOBALS } from "../../src/lower/builtins/globals.ts";
import { METHODS } from "../../src/lower/builtins/methods.ts";
import { STATICS } from "../../src/lower/builtins/statics.ts";
import { EXPRESSIONS } from "../../src/lower/expressions/index.ts";
import { NUMERIC } from "../../src/lower/expressions/operators.ts";
import { STATEMENTS } from "../../src/lower/statements/index.ts";
import { expressionTable } from "../../src/program/expressions.ts";
import { statementTable } from "../../src/program/statements.ts";

type Table = Readonly<Record<string, unknown>>;

const TABLES: Readonly<Record<string, Table>> = {
  "expressions of TypeScript": expressionTable as Table,
  "statements of TypeScript": statementTable as Table,
  "expressions of the tree": EXPRESSIONS,
  "statements of the tree": STATEMENTS,
  "operators of numbers": NUMERIC,
  "named objects of the library": STATICS,
  "classes of the library": CONSTRUCTORS,
  "functions of the library": GLOBALS,
  ...Object.fromEntries(Object.entries(METHODS).map(([kind, table]) => [`methods of ${kind}`, table as Table])),
};

/** From now on entries that are read are known. @returns asks which were not */
export function watchTables(): () => string[] {
  const unread = new Set<string>();
  for (const [name, table] of Object.entries(TABLES)) {
    for (const [key, value] of Object.entries(table)) {
      // What is refused has a finding in its place.
      if (typeof value !== "function") continue;
      const entry = `${name}: ${/^\d+$/.test(key) ? ts.SyntaxKind[Number(key)] : key}`;
      unread.add(entry);
      Object.defineProperty(table, key, {
        get() {
          unread.delete(entry);
          return value;
        },
      });
    }
  }
  return () => [...unread].sort();
}
