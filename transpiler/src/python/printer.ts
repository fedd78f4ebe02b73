// The Python tree as a Python file, and the marks from which its source map is made.
// Every statement takes at least one line, so that a line of a traceback names one statement; where that costs too much, one
// line of the TypeScript takes at least one.
import { InternalError } from "../diagnostics/internal-error.ts";
import type { ExceptHandler, PythonModule, Stmt } from "./ast.ts";
import { identifier, modulePath } from "./identifier.ts";
import { Level } from "./precedence.ts";
import { printExpression, printParams, printTarget, printWhole } from "./print-expression.ts";
import { type Mark, Writer } from "./writer.ts";

export type { Mark } from "./writer.ts";

export interface PrintedModule {
  /** The file's text: lines end in \n, 4 spaces of indentation, UTF-8 without escapes for what can be seen. */
  readonly python: string;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
}

type StmtOf<K extends Stmt["kind"]> = Extract<Stmt, { kind: K }>;
type Printers = { readonly [K in Stmt["kind"]]: (stmt: StmtOf<K>, out: Writer) => void };
/** Where a list of statements stands: it decides how many empty lines go round a definition. */
type Scope = "module" | "class" | "code";

const blankLinesAround: Readonly<Record<Scope, number>> = { module: 2, class: 1, code: 1 };

/**
 * Throws InternalError, with the node's span where it is known, for a tree that has no Python form.
 * @param originOf for a tight file: writer.ts
 */
export function printModule(module: PythonModule, originOf: ((start: number) => number) | null = null): PrintedModule {
  const out = new Writer(originOf);
  printStatements(module.body, "module", out);
  return { python: out.text(), marks: out.marks };
}

function printStatements(body: readonly Stmt[], scope: Scope, out: Writer): void {
  body.forEach((stmt, index) => {
    const before = body[index - 1];
    if (before && standsApart(body, index)) out.blankLines(blankLinesAround[scope]);
    else if (before && scope === "module" && isImport(before) && !isImport(stmt)) out.blankLines(1);
    printStatement(stmt, out);
  });
}

/** Definitions have room above and below them; a comment belongs to what follows it. */
function standsApart(body: readonly Stmt[], index: number): boolean {
  const before = body[index - 1] as Stmt;
  if (before.kind === "comment") return false;
  let next = index;
  while (body[next]?.kind === "comment") next++;
  return isDefinition(before) || isDefinition(body[next]);
}

function isImport(stmt: Stmt): boolean {
  return stmt.kind === "import" || stmt.kind === "from";
}

function isDefinition(stmt: Stmt | undefined): boolean {
  return stmt?.kind === "def" || stmt?.kind === "class";
}

function printStatement(stmt: Stmt, out: Writer): void {
  const print = printers[stmt.kind] as (stmt: Stmt, out: Writer) => void;
  try {
    print(stmt, out);
  } catch (error) {
    const unplaced = error instanceof InternalError && error.span === undefined;
    throw unplaced ? new InternalError(error.message, stmt.span) : error;
  }
}

const printers: Printers = {
  expression: (stmt, out) => line(stmt, out, () => printWhole(stmt.value, out)),
  assign(stmt, out) {
    line(stmt, out, () => {
      printTarget(stmt.target, out);
      out.write(" = ");
      printWhole(stmt.value, out);
    });
  },
  augmented(stmt, out) {
    deed(stmt, out, () => {
      printExpression(stmt.target, Level.primary, out);
      out.write(` ${stmt.operator}= `);
      printWhole(stmt.value, out);
    });
  },
  break: (stmt, out) => word(stmt, "break", out),
  continue: (stmt, out) => word(stmt, "continue", out),
  pass: (stmt, out) => word(stmt, "pass", out),
  return: (stmt, out) => wordAndValue(stmt, "return", out),
  raise: (stmt, out) => wordAndValue(stmt, "raise", out),
  delete(stmt, out) {
    deed(stmt, out, () => {
      out.write("del ");
      printTarget(stmt.target, out);
    });
  },
  global: (stmt, out) => word(stmt, `global ${names(stmt.names.map(identifier))}`, out),
  nonlocal: (stmt, out) => word(stmt, `nonlocal ${names(stmt.names.map(identifier))}`, out),
  import: (stmt, out) => deed(stmt, out, () => out.write(`import ${renamed(modulePath(stmt.module), stmt.as)}`)),
  from(stmt, out) {
    const imported = names(stmt.names.map(({ name, as }) => renamed(identifier(name), as)));
    deed(stmt, out, () => out.write(`from ${modulePath(stmt.module)} import ${imported}`));
  },
  comment(stmt, out) {
    if (out.isTight) return;
    for (const text of stmt.text.split(/\r\n|\r|\n/)) word(stmt, `# ${text}`.trimEnd(), out);
  },

  if: printIf,
  while(stmt, out) {
    header(stmt, out, () => {
      out.write("while ");
      printExpression(stmt.test, Level.walrus, out);
    });
    block(stmt.body, "code", out);
  },
  for(stmt, out) {
    header(stmt, out, () => {
      out.mayFail();
      out.write("for ");
      printTarget(stmt.target, out);
      out.write(" in ");
      printExpression(stmt.iterable, Level.test, out);
    });
    block(stmt.body, "code", out);
  },
  try(stmt, out) {
    // Of a finally with nothing to do nothing is left.
    const left: readonly Stmt[] = stmt.body.length > 0 ? stmt.body : [{ kind: "pass" }];
    if (stmt.handlers.length === 0 && stmt.finalizer.length === 0) return printStatements(left, "code", out);
    header(stmt, out, () => out.write("try"));
    block(stmt.body, "code", out);
    for (const handler of stmt.handlers) printHandler(handler, out);
    if (stmt.finalizer.length === 0) return;
    header({}, out, () => out.write("finally"));
    block(stmt.finalizer, "code", out);
  },
  def(stmt, out) {
    for (const decorator of stmt.decorators ?? []) {
      const print = () => {
        out.write("@");
        printExpression(decorator, Level.primary, out);
      };
      line(decorator, out, print, false);
    }
    header(stmt, out, () => {
      out.write(`def ${identifier(stmt.name)}(`);
      printParams(stmt.params, out);
      out.write(stmt.returns === undefined ? ")" : `) -> ${stmt.returns}`);
    });
    block(stmt.body, "code", out);
  },
  class(stmt, out) {
    header(stmt, out, () => {
      out.write(`class ${identifier(stmt.name)}`);
      stmt.bases.forEach((base, index) => {
        out.write(index === 0 ? "(" : ", ");
        printExpression(base, Level.test, out);
      });
      if (stmt.bases.length > 0) out.write(")");
    });
    block(stmt.body, "class", out);
  },
};

/** An `otherwise` of one `if` alone becomes `elif`; a loop, because chains of a thousand are not unheard of. */
function printIf(first: StmtOf<"if">, out: Writer): void {
  let branch = first;
  for (let keyword = "if "; ; keyword = "elif ") {
    header(branch, out, () => {
      out.write(keyword);
      printExpression(branch.test, Level.walrus, out);
    });
    block(branch.then, "code", out);
    const [only, ...more] = branch.otherwise;
    if (only?.kind !== "if" || more.length > 0) break;
    branch = only;
  }
  if (branch.otherwise.length === 0) return;
  header({}, out, () => out.write("else"));
  block(branch.otherwise, "code", out);
}

function printHandler(handler: ExceptHandler, out: Writer): void {
  const { type, name } = handler;
  if (type === null && name !== null) throw new InternalError("a bare except cannot name its error");
  header({}, out, () => {
    out.write("except");
    if (type === null) return;
    out.write(" ");
    printExpression(type, Level.test, out);
    if (name !== null) out.write(` as ${identifier(name)}`);
  });
  block(handler.body, "code", out);
}

type Placed = Pick<Stmt, "span">;

function line(at: Placed, out: Writer, print: () => void, simple = true): void {
  out.startLine();
  // What fails is in it, or does so by its name alone.
  out.mark(at.span, false);
  print();
  out.endLine(simple);
}

function header(at: Placed, out: Writer, print: () => void): void {
  const whole = () => {
    print();
    out.write(":");
  };
  line(at, out, whole, false);
}

/** The indented body; one without a statement that runs gets `pass`, for Python wants one. */
function block(body: readonly Stmt[], scope: Scope, out: Writer): void {
  const from = out.lineCount;
  out.indented(() => {
    printStatements(body, scope, out);
    if (body.every((stmt) => stmt.kind === "comment")) word({}, "pass", out);
  });
  out.foldFrom(from);
}

function word(at: Placed, text: string, out: Writer): void {
  line(at, out, () => out.write(text));
}

/** One that does by itself what may fail. */
function deed(at: Placed, out: Writer, print: () => void): void {
  line(at, out, () => {
    out.mayFail();
    print();
  });
}

function wordAndValue(stmt: StmtOf<"return" | "raise">, keyword: string, out: Writer): void {
  line(stmt, out, () => {
    if (keyword === "raise") out.mayFail();
    out.write(keyword);
    if (stmt.value === null) return;
    out.write(" ");
    printExpression(stmt.value, Level.test, out);
  });
}

function names(list: readonly string[]): string {
  if (list.length === 0) throw new InternalError("a statement without the names that it is about");
  return list.join(", ");
}

function renamed(name: string, as: string | undefined): string {
  return as === undefined ? name : `${name} as ${identifier(as)}`;
}
