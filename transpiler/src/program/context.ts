// The state of one extraction: where we are in the program, what was found so far, and how to say what is wrong.
import type { ts } from "ts-morph";
import type { Finding } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Failures } from "../diagnostics/failures.ts";
import { InternalError } from "../diagnostics/internal-error.ts";
import type { Expr, Program, ThisForm } from "../tree/nodes.ts";
import { Cells, FLOATS, SAFE } from "../types/cells.ts";
import { Forms } from "../types/forms.ts";
import { MemberSlots } from "../types/member-slots.ts";
import { Unsettled } from "../types/settled.ts";
import { mayBe, optionsOf, type Property, partsOf, type Type, unionOf, withParts } from "../types/type.ts";
import { Unifier } from "../types/unify.ts";
import { ByDeclaration, SYMBOLS } from "./by-declaration.ts";

/** What `this` means in the code being extracted, and whose base `super` is. */
export interface Receiver {
  readonly form: ThisForm;
  readonly type: Type;
  readonly classId: number;
}

export class Context {
  readonly program: Program;
  readonly cells = new Cells();
  readonly unifier: Unifier;
  readonly forms: Forms;
  readonly diagnostics: Diagnostic[] = [];
  /** For each expression, by id: the types of the storage that its value goes to. */
  readonly flows = new Map<number, Type[]>();
  readonly bindingIds = new ByDeclaration<ts.Symbol, number>(SYMBOLS);
  readonly classIds = new ByDeclaration<ts.Symbol, number>(SYMBOLS);
  readonly classNodes = new Map<ts.ClassLikeDeclaration, number>();
  readonly moduleIds = new Map<ts.SourceFile, number>();
  /** The modules that each file runs, as they were when all of the program was read. */
  imports: ReadonlyMap<ts.SourceFile, readonly ts.SourceFile[]> = new Map();
  readonly functionIds = new Map<ts.Node, number>();
  /** By id. */
  readonly functionNodes: ts.Node[] = [];
  /** Where each binding of the program is declared. */
  readonly declarations = new Map<number, ts.Node>();
  readonly loopIds = new Map<ts.Node, number>();
  /** Declarations of numbers, and whether they are of floats: see float-inference.ts. */
  readonly floatDeclarations = new Map<ts.Node, boolean>();

  module = 0;
  func: number | null = null;
  receiver: Receiver | null = null;
  /** Setters, and what they take. */
  readonly setters: { readonly property: Property; readonly param: Type }[] = [];
  /** What Object.values gives of literals, whose keys are known: until Object.assign adds some. */
  readonly closedValues: Type[] = [];
  keysAdded = false;
  /** Where all values of an object are copied, and where one that may be a function is read. */
  readonly copied: { readonly node: ts.Node; readonly type: Type }[] = [];
  readonly reads: { readonly node: ts.Node; readonly name: string; readonly slot: number }[] = [];
  /** What type parameters stand for where a key of it is read. */
  readonly keyedObjects: { readonly node: ts.Node; readonly type: Type }[] = [];
  /** Where members are written to. */
  readonly writes: { readonly node: ts.Node; readonly slot: number | null }[] = [];
  /** `export default name`, `import x = N.name`: another name for the value that it has there. */
  readonly copies: { readonly node: ts.Node; readonly symbol: ts.Symbol }[] = [];
  /** The program writes `any` somewhere: said there, once. */
  anyWritten = false;
  /** The statement or expression that is being extracted. */
  private current: ts.Node | null = null;
  private reports = 0;
  /** The `for` whose step is being extracted. */
  stepOf: number | null = null;

  constructor(
    public checker: ts.TypeChecker,
    readonly failures: Failures,
  ) {
    this.program = {
      modules: [],
      late: [],
      bindings: [],
      functions: [],
      classes: [],
      signatures: [{ params: [], required: 0, rest: false, returns: { kind: "void" } }],
      aritySets: new Cells(),
      lookedInto: new Set(),
      spread: new Set(),
      made: new Set(),
      shapes: [],
      slots: new MemberSlots(),
      parameters: [],
      uses: new Map(),
      keysSeen: false,
      wordsShared: false,
      buffersSeen: false,
      keyed: [],
      deviceMembers: new Set(),
      deviceNames: new Set(),
      bracketed: new Set(),
      sends: false,
      throwsIn: false,
      delegates: false,
      loops: 0,
      expressions: 0,
    };
    this.unifier = new Unifier(this.program, this.cells);
    this.forms = new Forms(this.program);
  }

  /** Says what is wrong with a node, unless that follows from what was said already. */
  report(node: ts.Node, finding: Finding): void {
    const explained = this.failures.explain(node);
    this.failures.add(node);
    this.reports++;
    if (explained) return;
    const file = node.getSourceFile();
    // What a declaration file says is wrong only for the code that uses it.
    if (file.isDeclarationFile && this.current) return this.report(this.current, finding);
    this.diagnostics.push({ ...finding, file: file.fileName, start: node.getStart(file), end: node.getEnd() });
  }

  /** What is wrong in `work` is not said; `null` when anything is. */
  tentatively<T>(work: () => T): T | null {
    const [said, reports] = [this.diagnostics.length, this.reports];
    const result = this.failures.tentatively(work);
    this.diagnostics.length = said;
    return this.reports > reports ? null : result;
  }

  span(node: ts.Node): { start: number; end: number } {
    return { start: node.getStart(), end: node.getEnd() };
  }

  /** Runs `work` on a node: what it finds wrong in a declaration file is said there. */
  within<T>(node: ts.Node, work: () => T): T {
    const outer = this.current;
    this.current = node;
    try {
      return work();
    } finally {
      this.current = outer;
    }
  }

  /** Runs `work` on a statement: when it throws, `null` after other failures, as that may follow from them. */
  guarded<T>(node: ts.Node, work: () => T): T | null {
    const { module, func, receiver, stepOf } = this;
    try {
      return work();
    } catch (error) {
      if (error instanceof Unsettled) throw error;
      if (this.failures.isEmpty) throw InternalError.at(error, node.getSourceFile().fileName, this.span(node));
      Object.assign(this, { module, func, receiver, stepOf });
      this.failures.add(node);
      return null;
    }
  }

  /** The value of `expr` is stored where `target` is declared. */
  flowInto(expr: Expr, target: Type): void {
    const known = this.flows.get(expr.id);
    if (known) known.push(target);
    else this.flows.set(expr.id, [target]);
    this.unifier.place = { module: this.module, span: expr.span };
    // A number or a text itself is followed by the range analysis, from this very expression.
    const isFollowed = ({ kind }: Type) =>
      kind === "number" ||
      (kind === "float" && mayBe(target, "float")) ||
      (kind === "string" && optionsOf(target).some((option) => option.kind === "string"));
    for (const option of optionsOf(expr.type)) if (!isFollowed(option)) this.unifier.flow(option, target);
  }

  /** The type as that of a place of its own: a number or a text gets a cell. */
  storage(type: Type): Type {
    if (type.kind === "number" || type.kind === "float" || type.kind === "string")
      return { kind: type.kind, cell: this.cells.fresh(null) };
    return type.kind === "union" ? unionOf(type.options.map((option) => this.storage(option))) : type;
  }

  /** The same type, whose numbers and texts may be any that its declaration allows. */
  open(type: Type): Type {
    // The values of a type of literals are known.
    const isOpen = type.kind === "number" && this.cells.seed(type.cell) === null;
    if (type.kind === "number" && isOpen) this.cells.union(type.cell, this.cells.fresh(SAFE));
    if (type.kind === "float") this.cells.union(type.cell, this.cells.fresh(FLOATS));
    if (type.kind === "string" && type.cell !== undefined) this.cells.open(type.cell);
    for (const part of partsOf(type)) this.open(part);
    return type;
  }

  /** The type as that of something that the program itself declares: its texts get cells. */
  ownTexts(type: Type): Type {
    if (type.kind === "string") return { kind: "string", cell: this.cells.fresh(null) };
    if (type.kind === "dict" || type.kind === "iterator") return type;
    return withParts(type, (part) => this.ownTexts(part));
  }

  nextExpression(): number {
    return this.program.expressions++;
  }
}
