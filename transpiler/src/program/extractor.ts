// What the parts of the extraction share: one object that reads types, makes nodes and hands on to the tables.
import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Binding, Expr, Stmt } from "../tree/nodes.ts";
import {
  FAILED,
  holdsFailed,
  type InstanceType,
  isFailed,
  mayBe,
  type NoneFlavour,
  optionsOf,
  type Type,
  UNKNOWN,
  unionOf,
  VOID,
  withoutNone,
} from "../types/type.ts";
import { mixesKinds } from "../types/unify.ts";
import { takesBothNones } from "./asked.ts";
import { bindingFor } from "./bindings.ts";
import type { Context } from "./context.ts";
import { crossing, widens } from "./crossings.ts";
import { expressionTable } from "./expressions.ts";
import { asFloat } from "./floats.ts";
import { isEmptyObject, TypeReader } from "./read-types.ts";
import { statementTable } from "./statements.ts";

type WithoutHead<T> = T extends unknown ? Omit<T, "id" | "span" | "type"> : never;

export class Extractor {
  readonly types: TypeReader;

  /** @param unchecked noUncheckedIndexedAccess: an element may be undefined */
  constructor(
    readonly ctx: Context,
    readonly unchecked: boolean,
  ) {
    this.types = new TypeReader(ctx);
  }

  get diagnostics(): readonly Diagnostic[] {
    return this.ctx.diagnostics;
  }

  expression(node: ts.Expression): Expr {
    const handler = expressionTable[node.kind];
    if (handler === undefined) {
      this.ctx.report(
        node,
        findings.syntax(`\`${ts.SyntaxKind[node.kind]}\``, "See docs/language.md for what there is."),
      );
      return this.nothing(node);
    }
    if (typeof handler !== "function") {
      this.ctx.report(node, handler);
      return this.nothing(node);
    }
    return this.ctx.within(node, () => handler(this, node));
  }

  /** Stands for what was refused. */
  private nothing(node: ts.Node): Expr {
    return this.make(node, FAILED, { kind: "none", flavour: "undefined" });
  }

  statement(node: ts.Statement): Stmt[] {
    const handler = statementTable[node.kind];
    if (handler === undefined) {
      this.ctx.report(
        node,
        findings.syntax(`\`${ts.SyntaxKind[node.kind]}\``, "See docs/language.md for what there is."),
      );
      return [];
    }
    if (typeof handler !== "function") {
      this.ctx.report(node, handler);
      return [];
    }
    return this.ctx.within(node, () => this.ctx.guarded(node, () => handler(this, node)) ?? []);
  }

  /** Hoisted functions stand first, as they may be called before their place. */
  statements(nodes: readonly ts.Statement[]): Stmt[] {
    const functions = nodes.filter((node) => ts.isFunctionDeclaration(node));
    const others = nodes.filter((node) => !ts.isFunctionDeclaration(node));
    return [...functions, ...others].flatMap((node) => this.statement(node));
  }

  make(node: ts.Node, declared: Type, body: WithoutHead<Expr>): Expr {
    const type = this.apparent(declared);
    if (holdsFailed(type)) this.ctx.failures.add(node);
    if (
      type.kind === "union" &&
      optionsOf(type).filter((option) => option.kind === "none").length > 1 &&
      !takesBothNones(this.ctx.checker, node)
    ) {
      this.ctx.report(node, findings.twoNones());
    }
    return { ...body, id: this.ctx.nextExpression(), span: this.ctx.span(node), type } as Expr;
  }

  binding(symbol: ts.Symbol): Binding {
    return bindingFor(this.ctx, this.types, symbol);
  }

  bindingOfName(name: ts.Node): Binding | null {
    const symbol = this.parameterSymbol(name) ?? this.ctx.checker.getSymbolAtLocation(name);
    return symbol ? this.binding(symbol) : null;
  }

  /** A parameter property is two symbols: here the parameter is meant, not the field. */
  private parameterSymbol(name: ts.Node): ts.Symbol | undefined {
    const { parent } = name;
    if (!ts.isParameter(parent) || !ts.isIdentifier(name) || !ts.isParameterPropertyDeclaration(parent, parent.parent))
      return undefined;
    return this.ctx.checker.getSymbolsOfParameterPropertyDeclaration(parent, name.text)[0];
  }

  /** What TypeScript says of a value whose origin is not followed: its numbers may be any. */
  read(node: ts.Node): Type {
    return this.ctx.open(this.untied(node));
  }

  /** What TypeScript says of the expression: the caller ties its cells to those that its numbers come from. */
  untied(node: ts.Node): Type {
    return this.types.read(this.ctx.checker.getTypeAtLocation(node), node);
  }

  /** Keeps of a union what control flow left of it at this place. */
  narrowed(declared: Type, node: ts.Node): Type {
    const own = this.apparent(declared);
    if (own.kind === "instance") return this.subclass(own, node);
    if (isFailed(own)) return own;
    if (own.kind === "parameter") return this.untied(node);
    if (own.kind !== "union" && own.kind !== "json" && own.kind !== "unknown") return own;
    if (own.kind === "unknown" && this.isAnything(node)) return own;
    const seen = this.apparent(this.untied(node));
    // A test of the program's own may call any number a float.
    if (mayBe(seen, "float") && !mayBe(own, "float"))
      this.ctx.report(node, findings.mixedKinds("An integer", "a float"));
    if (own.kind !== "union") return seen.kind === "unknown" ? own : this.ctx.open(seen);
    if (seen.kind === "unknown") return own;
    const kept = own.options.filter((option) => optionsOf(seen).some((other) => alike(option, other)));
    // Of what JSON may be there is left what nothing else in the union is.
    const isPart = mayBe(own, "json") && !mayBe(seen, "json");
    const parts = isPart ? optionsOf(seen).filter((other) => !kept.some((option) => alike(option, other))) : [];
    if (parts.length > 0) return unionOf([...kept, ...optionsOf(this.ctx.open(unionOf(parts)))]);
    return kept.length > 0 ? unionOf(kept) : this.ctx.open(seen);
  }

  /** What TypeScript makes of unknown after a test of null: `{}`, which is all but null and undefined; or both of these. */
  private isAnything(node: ts.Node): boolean {
    const type = this.ctx.checker.getTypeAtLocation(node);
    const parts = type.isUnion() ? type.types : [type];
    const holds = (flag: ts.TypeFlags) => parts.some((part) => (part.flags & flag) !== 0);
    if (holds(ts.TypeFlags.Null) && holds(ts.TypeFlags.Undefined)) return true;
    return parts.some((part) => isEmptyObject(part) && part.getStringIndexType() === undefined);
  }

  /** `x instanceof Group` makes a Node a Group. */
  private subclass(own: InstanceType, node: ts.Node): Type {
    const symbol = this.ctx.checker.getTypeAtLocation(node).getSymbol();
    const classId = symbol && this.ctx.classIds.get(symbol);
    if (classId === undefined || classId === own.classId) return own;
    const seen = this.untied(node);
    this.ctx.unifier.unify(own, seen);
    return seen;
  }

  /** Type parameters as the body may use them: as their constraints. */
  private apparent(type: Type): Type {
    const options = optionsOf(type);
    if (!options.some((option) => option.kind === "parameter")) return type;
    return unionOf(
      options.map((option) => {
        const constraint = option.kind === "parameter" ? this.ctx.unifier.typeParameter(option).constraint : null;
        if (option.kind !== "parameter" || constraint === null) return option;
        return option.nonNull ? withoutNone(constraint) : constraint;
      }),
    );
  }

  /** Flows with the checks of what cannot be seen as what. */
  flow(expr: Expr, target: Type, node: ts.Node): void {
    const taken = this.apparent(target);
    if (mayBe(taken, "float")) asFloat(this, expr);
    if (mixesKinds(expr.type, taken)) {
      const [given, wanted] = mayBe(taken, "float") ? ["An integer", "a float"] : ["A float", "an integer"];
      this.ctx.report(node, findings.mixedKinds(given, wanted));
      return;
    }
    this.ctx.flowInto(expr, target);
    const crossed = crossing(expr.type, taken);
    if (crossed) this.ctx.report(node, crossed);
    else if (isAlias(expr) && widens(expr.type, taken)) this.ctx.report(node, findings.widened());
  }

  /** A part of a value of one type comes to where the other is declared, without an expression of its own. */
  link(source: Type, target: Type, node: ts.Node): void {
    this.ctx.unifier.place = { module: this.ctx.module, span: this.ctx.span(node) };
    this.ctx.unifier.flow(source, target);
  }

  /** The function is called from outside of the program, with so many arguments. */
  widen(signature: number, count: number): void {
    const { program } = this.ctx;
    const params = Array.from({ length: count }, () => UNKNOWN);
    const id = program.signatures.push({ params, required: 0, rest: false, returns: VOID }) - 1;
    program.aritySets.fresh();
    program.aritySets.union(signature, id);
  }

  none(node: ts.Node, flavour: NoneFlavour): Expr {
    return this.make(node, { kind: "none", flavour }, { kind: "none", flavour });
  }
}

function alike(a: Type, b: Type): boolean {
  if (a.kind !== b.kind) return a.kind === "none" && b.kind === "void";
  if (a.kind === "record" && b.kind === "record") return a.id === b.id;
  if (a.kind === "instance" && b.kind === "instance") return a.classId === b.classId;
  if (a.kind === "parameter" && b.kind === "parameter") return a.id === b.id;
  if (a.kind === "error" && b.kind === "error") return a.name === b.name;
  if (a.kind === "host" && b.kind === "host") return a.name === b.name && a.module === b.module;
  return true;
}

/** The value has another name already. */
function isAlias(expr: Expr): boolean {
  return ["name", "member", "index", "this"].includes(expr.kind);
}
