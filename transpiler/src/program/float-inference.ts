// What is a float where nothing says so: TypeScript knows the brand of floats, but not that -x, Math.abs(x) or 0.5 are some.
// Only places that have no type of their own are asked; that integers and floats do not mix is looked at everywhere.
import { ts } from "ts-morph";
import type { Type } from "../types/type.ts";
import type { Context } from "./context.ts";
import { isFloatBrand } from "./number-types.ts";

/** A declared type as the place has it: of floats where TypeScript says number, and its value is a float. */
export function declaredNumber(ctx: Context, read: Type, declaration: ts.Node | undefined): Type {
  if (read.kind !== "number" || declaration === undefined) return read;
  const { cells, checker, floatDeclarations: known } = ctx;
  const isFloat = known.get(declaration) ?? new Inference(checker, known).givesFloat(declaration);
  known.set(declaration, isFloat);
  return isFloat ? { kind: "float", cell: cells.fresh(null) } : read;
}

/** So far declarations are followed that lead to each other. */
const STEPS_MAX = 50;

/** What of a declaration says what it holds, or gives. */
interface Declared {
  readonly type?: ts.TypeNode;
  readonly initializer?: ts.Expression;
  readonly body?: ts.Block | ts.Expression;
}

/** They give what they are given, or its opposite. */
const SAME: ReadonlySet<string> = new Set(["Math.abs", "Math.max", "Math.min"]);
const EITHER: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.AmpersandAmpersandToken,
]);

class Inference {
  /** Those being asked: one that leads back to itself says nothing. */
  private readonly asked = new Set<ts.Node>();

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly known: ReadonlyMap<ts.Node, boolean>,
  ) {}

  givesFloat(declaration: ts.Node): boolean {
    const known = this.known.get(declaration);
    if (known !== undefined) return known;
    const { type, initializer, body } = declaration as Declared;
    if (type !== undefined || this.asked.has(declaration) || this.asked.size >= STEPS_MAX) return false;
    this.asked.add(declaration);
    if (ts.isShorthandPropertyAssignment(declaration))
      return this.ofSymbol(this.checker.getShorthandAssignmentValueSymbol(declaration));
    if (ts.isBindingElement(declaration) && this.ofSymbol(this.taken(declaration))) return true;
    if (initializer) return this.isFloat(initializer);
    if (body === undefined) return false;
    return ts.isBlock(body) ? returned(body).some((value) => this.isFloat(value)) : this.isFloat(body);
  }

  /** The property that a pattern takes. */
  private taken({ parent, propertyName, name }: ts.BindingElement): ts.Symbol | undefined {
    const key = propertyName ?? name;
    return ts.isObjectBindingPattern(parent) && ts.isIdentifier(key)
      ? this.checker.getTypeAtLocation(parent).getProperty(key.text)
      : undefined;
  }

  private isFloat(node: ts.Expression): boolean {
    if (ts.isParenthesizedExpression(node)) return this.isFloat(node.expression);
    if (ts.isNumericLiteral(node)) return !Number.isInteger(Number(node.text));
    if (ts.isPrefixUnaryExpression(node))
      return node.operator === ts.SyntaxKind.MinusToken && this.isFloat(node.operand);
    if (ts.isConditionalExpression(node)) return this.isFloat(node.whenTrue) || this.isFloat(node.whenFalse);
    if (ts.isBinaryExpression(node))
      return EITHER.has(node.operatorToken.kind) && (this.isFloat(node.left) || this.isFloat(node.right));
    if (ts.isCallExpression(node) && SAME.has(node.expression.getText()))
      return node.arguments.some((argument) => this.isFloat(argument));
    return this.isBranded(node) || this.isInferred(node);
  }

  private isBranded(node: ts.Expression): boolean {
    const type = this.checker.getTypeAtLocation(node);
    return (type.isUnion() ? type.types : [type]).some((part) => part.isIntersection() && isFloatBrand(part));
  }

  /** The name, the property or the function is itself a float, or gives one, where nothing says so. */
  private isInferred(node: ts.Expression): boolean {
    if (ts.isCallExpression(node)) {
      const declaration = this.checker.getResolvedSignature(node)?.declaration;
      return declaration !== undefined && this.givesFloat(declaration);
    }
    if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node))
      return this.ofSymbol(this.checker.getSymbolAtLocation(node));
    return false;
  }

  private ofSymbol(symbol: ts.Symbol | undefined): boolean {
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    const declaration = target?.valueDeclaration;
    return declaration !== undefined && !ts.isFunctionLike(declaration) && this.givesFloat(declaration);
  }
}

/** What the return statements of a body give; functions within it have their own. */
function returned(node: ts.Node): ts.Expression[] {
  if (ts.isReturnStatement(node)) return node.expression ? [node.expression] : [];
  const found: ts.Expression[] = [];
  ts.forEachChild(node, (child) => {
    if (!ts.isFunctionLike(child) && !ts.isClassLike(child)) found.push(...returned(child));
  });
  return found;
}
