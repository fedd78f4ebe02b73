// Destructuring patterns as TypeScript writes them, of declarations and of assignments, brought to one form.
import { ts } from "ts-morph";

export type Pattern = ts.BindingPattern | ts.ArrayLiteralExpression | ts.ObjectLiteralExpression;

/** One place of a pattern: what it takes, what stands in for undefined, and where the value goes. */
export interface Part {
  readonly node: ts.Node;
  /** What an object pattern takes; null in an array pattern, and for the rest. */
  readonly key: ts.PropertyName | null;
  readonly target: ts.BindingName | ts.Expression;
  readonly initializer: ts.Expression | undefined;
  readonly rest: boolean;
}

export function isPattern(node: ts.Node): node is Pattern {
  return (
    ts.isArrayBindingPattern(node) ||
    ts.isObjectBindingPattern(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isObjectLiteralExpression(node)
  );
}

export function isObjectPattern(node: Pattern): node is ts.ObjectBindingPattern | ts.ObjectLiteralExpression {
  return ts.isObjectBindingPattern(node) || ts.isObjectLiteralExpression(node);
}

/** null: a hole. */
export function partsOf(pattern: Pattern): (Part | null)[] {
  if (ts.isArrayLiteralExpression(pattern)) return pattern.elements.map(item);
  if (ts.isObjectLiteralExpression(pattern)) return pattern.properties.flatMap((property) => assigned(property) ?? []);
  return [...pattern.elements].map((element) => (ts.isOmittedExpression(element) ? null : declared(element)));
}

function declared(element: ts.BindingElement): Part {
  const rest = element.dotDotDotToken !== undefined;
  const inObject = ts.isObjectBindingPattern(element.parent) && !rest;
  return {
    node: element,
    key: inObject ? (element.propertyName ?? (element.name as ts.Identifier)) : null,
    target: element.name,
    initializer: element.initializer,
    rest,
  };
}

function item(node: ts.Expression): Part | null {
  if (ts.isOmittedExpression(node)) return null;
  if (ts.isSpreadElement(node)) return { node, key: null, target: node.expression, initializer: undefined, rest: true };
  return { node, key: null, ...withInitializer(node), rest: false };
}

function assigned(property: ts.ObjectLiteralElementLike): Part | null {
  if (ts.isShorthandPropertyAssignment(property)) {
    const { name, objectAssignmentInitializer } = property;
    return { node: property, key: name, target: name, initializer: objectAssignmentInitializer, rest: false };
  }
  if (ts.isSpreadAssignment(property))
    return { node: property, key: null, target: property.expression, initializer: undefined, rest: true };
  if (!ts.isPropertyAssignment(property)) return null;
  return { node: property, key: property.name, ...withInitializer(property.initializer), rest: false };
}

/** `target = default`. */
function withInitializer(node: ts.Expression): Pick<Part, "target" | "initializer"> {
  const isDefault = ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken;
  return isDefault ? { target: node.left, initializer: node.right } : { target: node, initializer: undefined };
}
