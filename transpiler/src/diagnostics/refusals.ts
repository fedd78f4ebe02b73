// All that is wrong with one program: what TypeScript says, and what the steps of the compiler say after it, without
// what only follows from something said before.
import { ts } from "ts-morph";
import { findings } from "./catalogue.ts";
import { type Diagnostic, inOrder } from "./diagnostic.ts";
import { Failures } from "./failures.ts";
import { followsFromCallee, fromTypeScript, isSaidByUs } from "./typescript.ts";

/** What a step gives that can refuse: its own findings among it. */
interface Step {
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether a finding only follows from something said before. */
type Follows = (failures: Failures, file: ts.SourceFile, one: Diagnostic) => boolean;

/** Said of ranges, but true whatever they are. */
const WITHOUT_RANGES = new Set([findings.division().code]);
/** A test that was refused proves nothing, and its function may count on it: said of ranges. */
export const inTheSameFunction: Follows = (failures, file, one) =>
  WITHOUT_RANGES.has(one.code) ? failures.explainPlace(file, one) : failures.shareFunction(file, one);
/** A value that was refused has no type: said of types. */
export const inTheSameExpression: Follows = (failures, file, one) => failures.explainPlace(file, one);

export class Refusals {
  readonly failures = new Failures();
  private readonly found: Diagnostic[] = [];
  private readonly deferred: readonly ts.Diagnostic[];

  constructor(
    private readonly program: ts.Program,
    /** What was found before TypeScript read anything. */
    before: readonly Diagnostic[],
    errors: readonly ts.Diagnostic[],
  ) {
    this.found.push(...before);
    const deferred = new Set(errors.filter(isSaidByUs));
    this.deferred = [...deferred];
    for (const error of errors) if (!deferred.has(error)) this.say(error);
  }

  private say(error: ts.Diagnostic): void {
    const one = fromTypeScript(error, this.program.getTypeChecker());
    if (!followsFromCallee(error, this.failures)) this.found.push(one);
    if (error.file) this.failures.addPlace(error.file, one);
  }

  get isEmpty(): boolean {
    return this.found.length === 0;
  }

  /** Runs the step that asks `failures` itself before it says anything. */
  first<T extends Step>(work: () => T): T | null {
    const result = this.attempt(work);
    for (const one of result?.diagnostics ?? []) this.found.push(one);
    for (const error of this.deferred) if (!this.isExplained(error)) this.say(error);
    const unsaid = this.isEmpty ? this.failures.first() : undefined;
    if (unsaid) this.found.push(unreadable(unsaid, this.program.getTypeChecker()));
    return result;
  }

  /** Runs a step that knows nothing of `failures`. */
  then<T extends Step>(work: () => T, follows: Follows): T | null {
    const result = this.attempt(work);
    const placed = (result?.diagnostics ?? []).map((one) => ({
      one,
      file: one.file === null ? undefined : this.program.getSourceFile(one.file),
    }));
    const news = placed.filter(({ one, file }) => file === undefined || !follows(this.failures, file, one));
    for (const { one, file } of news) {
      this.found.push(one);
      if (file) this.failures.addPlace(file, one);
    }
    return result;
  }

  /** What has no place of its own is said only when nothing else is. */
  private isExplained({ file, start = 0, length = 0 }: ts.Diagnostic): boolean {
    return file ? this.failures.explainPlace(file, { start, end: start + length }) : !this.isEmpty;
  }

  sorted(): Diagnostic[] {
    return inOrder(this.found);
  }

  /** Once something was refused, the rest may be too broken to go on with; until then a failure is the compiler's. */
  private attempt<T>(work: () => T): T | null {
    try {
      return work();
    } catch (error) {
      if (this.isEmpty) throw error;
      return null;
    }
  }
}

function unreadable(node: ts.Node, checker: ts.TypeChecker): Diagnostic {
  const file = node.getSourceFile();
  const type = checker.getTypeAtLocation(node);
  const flags = (type.isUnion() ? type.types : [type]).reduce((all, part) => all | part.flags, 0);
  const holdsBoth = flags & ts.TypeFlags.Null && flags & ts.TypeFlags.Undefined;
  const finding = holdsBoth ? findings.twoNones() : findings.unsupportedType(checker.typeToString(type));
  return { ...finding, file: file.fileName, start: node.getStart(file), end: node.getEnd() };
}
