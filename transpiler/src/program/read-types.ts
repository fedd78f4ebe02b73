// From TypeScript's types to ours. Records and signatures are read once each, so that all who use them share cells.

import { ts } from "ts-morph";
import { findings } from "../diagnostics/catalogue.ts";
import type { Shape } from "../tree/nodes.ts";
import { own } from "../tree/own.ts";
import type { Bounds } from "../types/cells.ts";
import { ITERATOR } from "../types/iteration.ts";
import {
  BOOLEAN,
  FAILED,
  JSON_VALUE,
  NEVER,
  NULL,
  optionsOf,
  type ParameterType,
  type Property,
  STRING,
  type Type,
  UNDEFINED,
  UNKNOWN,
  unionOf,
  VOID,
} from "../types/type.ts";
import { takesBothNones } from "./asked.ts";
import { ByDeclaration, RECORDS, SYMBOLS } from "./by-declaration.ts";
import type { Context } from "./context.ts";
import { crossing } from "./crossings.ts";
import { enumValueType } from "./enums.ts";
import { declaredNumber } from "./float-inference.ts";
import { ITERATORS, LIBRARY } from "./library-kinds.ts";
import { BRANDS, hull, isFloatBrand, literalNumbers } from "./number-types.ts";
import { ParameterReader } from "./read-parameters.ts";
import { Recursion } from "./read-recursive.ts";
import { SignatureReader } from "./read-signatures.ts";
import type { Renewal } from "./renewal.ts";

/** How many types within types are read. */
const LEVELS_MAX = 300;

export class TypeReader {
  private level = 0;
  private readonly shapes = new ByDeclaration<ts.Type, number>(RECORDS);
  private readonly enums = new ByDeclaration<ts.Symbol, Type>(SYMBOLS);
  private readonly parameters: ParameterReader;
  private readonly recursion: Recursion;
  readonly signatures: SignatureReader;
  /** The author wrote the type down: its bounds must be proven. Those of an inferred type are only where it starts. */
  private written = true;

  constructor(private readonly ctx: Context) {
    this.parameters = new ParameterReader(ctx, (type, at) => this.read(type, at));
    this.signatures = new SignatureReader(ctx, this);
    this.recursion = new Recursion(ctx);
  }

  /** A new checker takes over. */
  renew(renewal: Renewal): void {
    this.shapes.renew(renewal);
    this.enums.renew(renewal);
    this.signatures.renew(renewal);
  }

  /** @param at the place to name when the type is refused */
  read(type: ts.Type, at: ts.Node): Type {
    // Such a type grows without end: interface List<T> { next: List<T[]> }.
    if (this.level >= LEVELS_MAX) return this.unsupported(type, at);
    this.level++;
    try {
      return this.readKind(type, at);
    } finally {
      this.level--;
    }
  }

  private readKind(type: ts.Type, at: ts.Node): Type {
    const { flags } = type;
    if (flags & ts.TypeFlags.Any) return this.refuseAny(type, at);
    if (flags & (ts.TypeFlags.Boolean | ts.TypeFlags.BooleanLiteral)) return BOOLEAN;
    if (flags & ts.TypeFlags.Union) return this.recursion.within(type, () => this.readUnion(type, at));
    // A member that is computed when the program runs.
    if (flags & ts.TypeFlags.Enum) return { kind: "number", cell: this.ctx.cells.fresh(null) };
    if (flags & ts.TypeFlags.StringLike) return STRING;
    if (flags & ts.TypeFlags.NumberLike) return this.readNumber(type);
    if (flags & ts.TypeFlags.Null) return NULL;
    if (flags & ts.TypeFlags.Void) return VOID;
    if (flags & ts.TypeFlags.Undefined) return UNDEFINED;
    if (flags & ts.TypeFlags.Never) return NEVER;
    if (flags & ts.TypeFlags.Unknown) return UNKNOWN;
    if (flags & ts.TypeFlags.Index) return STRING;
    if (flags & ts.TypeFlags.Intersection) return this.readIntersection(type as ts.IntersectionType, at);
    if (isThis(type)) return this.readThis(type, at);
    if (this.parameters.isOpen(type)) return this.parameters.parameter(type, at);
    return this.recursion.within(type, () => this.readObject(type, at));
  }

  /** A declared type: as it is written, or as TypeScript inferred it. The texts of what the program declares get cells. */
  readDeclared(type: ts.Type, declaration: ts.Node | undefined, at: ts.Node): Type {
    const outer = this.written;
    this.written = declaration === undefined || this.isWritten(declaration);
    try {
      const seen = this.recursion.anew(() => this.read(type, declaration ?? at));
      const read = declaredNumber(this.ctx, seen, declaration);
      return isAmbient(declaration ?? at) ? read : this.ctx.ownTexts(read);
    } finally {
      this.written = outer;
    }
  }

  /** The type stands in the declaration, and no part of it is what a type parameter stands for. */
  private isWritten(declaration: ts.Node): boolean {
    const { type } = declaration as { readonly type?: ts.TypeNode };
    return type === undefined ? declaration.getSourceFile().isDeclarationFile : !this.namesParameter(type);
  }

  private namesParameter(node: ts.Node): boolean {
    const isName = ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName);
    const symbol = isName ? this.ctx.checker.getSymbolAtLocation(node.typeName) : undefined;
    if (symbol && symbol.flags & ts.SymbolFlags.TypeParameter) return true;
    return ts.forEachChild(node, (child) => this.namesParameter(child) || undefined) ?? false;
  }

  private number(bounds: Bounds): Type {
    const { cells } = this.ctx;
    return { kind: "number", cell: this.written ? cells.fresh(bounds) : cells.fresh(null, bounds) };
  }

  private refuseAny(type: ts.Type, at: ts.Node): Type {
    // What the library leaves open is unknown to us.
    if (isLibraryFile(at)) return UNKNOWN;
    const text = at.getText();
    // What TypeScript could not find is any too, and has been said; so has each `any` that is written down.
    const known = isErrorType(type) ? !this.ctx.failures.isEmpty : this.ctx.anyWritten;
    if (known) this.ctx.failures.add(at);
    else this.ctx.report(at, findings.any(text.length > 40 ? "This" : `\`${text}\``));
    return FAILED;
  }

  private readNumber(type: ts.Type): Type {
    return type.isNumberLiteral()
      ? literalNumbers(this.ctx, [type.value])
      : { kind: "number", cell: this.ctx.cells.fresh(null) };
  }

  private readUnion(type: ts.Type, at: ts.Node): Type {
    if (type.aliasSymbol?.name === "JsonValue") return JSON_VALUE;
    const all = type.isUnion() ? type.types : [];
    // Beside undefined TypeScript forgets the name.
    const json = all.find((part) => isJsonObject(part, all))?.getStringIndexType();
    const parts = json?.isUnion() ? all.filter((part) => !json.types.includes(part)) : all;
    const literals = parts.filter((part) => part.isNumberLiteral());
    const others = parts.filter((part) => !part.isNumberLiteral()).map((part) => this.read(part, at));
    if (literals.length > 0)
      others.push(
        literalNumbers(
          this.ctx,
          literals.map((part) => part.value),
        ),
      );
    const union = unionOf([...(json ? [JSON_VALUE] : []), ...this.mergeNumbers(others)]);
    if (
      union.kind === "union" &&
      union.options.filter((option) => option.kind === "none").length > 1 &&
      !takesBothNones(this.ctx.checker, at)
    ) {
      this.ctx.report(at, findings.twoNones());
      return FAILED;
    }
    return union;
  }

  /** One option for all numbers: bounded when each of them is. */
  private mergeNumbers(options: Type[]): Type[] {
    const numbers = options.filter((option) => option.kind === "number");
    if (numbers.length < 2) return options;
    const { cells } = this.ctx;
    const others = options.filter((option) => option.kind !== "number");
    const bounds = numbers.map((option) => cells.declared(option.cell) ?? cells.seed(option.cell));
    if (bounds.some((one) => one === null)) return [...others, { kind: "number", cell: cells.fresh() }];
    const all = hull(bounds.flatMap((one) => (one ? [one.low, one.high] : [])));
    const isBranded = numbers.some((option) => cells.declared(option.cell) !== null);
    return [...others, isBranded ? this.number(all) : { kind: "number", cell: cells.fresh(null, all) }];
  }

  private readIntersection(type: ts.IntersectionType, at: ts.Node): Type {
    if (isFloatBrand(type)) return { kind: "float", cell: this.ctx.cells.fresh(null) };
    const bounds = this.brandBounds(type, at);
    if (bounds) return this.number(bounds);
    const open = this.parameters.intersection(type, at);
    if (open) return open;
    const parts = type.types.filter((part) => !isEmptyObject(part) && !isFunctionInterface(part));
    if (parts.length === 1) return this.read(parts[0] as ts.Type, at);
    if (parts.every((part) => part.flags & ts.TypeFlags.Object)) return this.readRecord(type, at);
    return this.unsupported(type, at);
  }

  private brandBounds(type: ts.IntersectionType, at: ts.Node): Bounds | null {
    if (!type.types.some((part) => part.flags & ts.TypeFlags.NumberLike)) return null;
    for (const property of type.getProperties()) {
      const bounds = own(BRANDS, property.name);
      if (bounds) return bounds;
      if (property.name === "__int") return this.intBounds(property, at);
    }
    return null;
  }

  private intBounds(property: ts.Symbol, at: ts.Node): Bounds | null {
    const declared = this.ctx.checker.getNonNullableType(this.ctx.checker.getTypeOfSymbol(property));
    const [low, high] = this.ctx.checker.getTypeArguments(declared as ts.TypeReference);
    if (low?.isNumberLiteral() && high?.isNumberLiteral()) return { low: low.value, high: high.value };
    this.ctx.report(at, findings.unsupportedType("int<…> without constant bounds"));
    return null;
  }

  private readThis(type: ts.Type, at: ts.Node): Type {
    const symbol = type.getSymbol();
    const classId = symbol && this.ctx.classIds.get(symbol);
    if (classId !== undefined) return this.ctx.unifier.instanceOf(classId);
    const constraint = this.ctx.checker.getBaseConstraintOfType(type);
    return constraint ? this.read(constraint, at) : this.unsupported(type, at);
  }

  parameter(type: ts.Type, at: ts.Node): ParameterType {
    return this.parameters.parameter(type, at);
  }

  private readObject(type: ts.Type, at: ts.Node): Type {
    const symbol = type.getSymbol();
    const { checker } = this.ctx;
    if (checker.isTupleType(type)) return this.readTuple(type as ts.TupleTypeReference, at);
    const declaration = symbol?.declarations?.[0];
    if (symbol && declaration && isLibraryFile(declaration)) {
      const make = own(LIBRARY, symbol.name);
      if (make)
        return make(
          checker
            .getTypeArguments(type as ts.TypeReference)
            .filter((part) => !isThis(part))
            .slice(0, 3)
            .map((part) =>
              ITERATORS.has(symbol.name) && part.flags & ts.TypeFlags.Any ? UNKNOWN : this.read(part, at),
            ),
        );
    }
    if (symbol && symbol.flags & ts.SymbolFlags.Enum) return this.readEnum(symbol);
    const signatures = type.getCallSignatures();
    if (signatures.length > 0) return { kind: "function", signature: this.signatures.called(signatures, at) };
    if (symbol && symbol.flags & ts.SymbolFlags.Class) return this.readClass(type, symbol, at);
    const value = type.getStringIndexType() ?? type.getNumberIndexType() ?? this.recordValue(type);
    if (value) return { kind: "dict", value: this.read(value, at) };
    return this.isSpreadDictionary(type) ? this.readSpread(type, at) : this.readRecord(type, at);
  }

  /** `{ ...counts, a: 1 }` has all keys that counts has: TypeScript forgets them, which is no harm if all are of one type. */
  isSpreadDictionary(type: ts.Type): boolean {
    const { checker } = this.ctx;
    const values = this.spreadIn(type).flatMap((part) => part.getStringIndexType() ?? []);
    const properties = checker.getPropertiesOfType(type).map((symbol) => checker.getTypeOfSymbol(symbol));
    const takes = (value: ts.Type) => properties.every((property) => checker.isTypeAssignableTo(value, property));
    return values.length > 0 && values.every(takes);
  }

  private spreadIn(type: ts.Type): readonly ts.Type[] {
    const literal = type.getSymbol()?.declarations?.[0];
    if (!literal || !ts.isObjectLiteralExpression(literal)) return [];
    return literal.properties
      .filter((property) => ts.isSpreadAssignment(property))
      .map(({ expression }) => this.ctx.checker.getTypeAtLocation(expression));
  }

  private readSpread(type: ts.Type, at: ts.Node): Type {
    const { checker } = this.ctx;
    const properties = checker.getPropertiesOfType(type).map((symbol) => checker.getTypeOfSymbol(symbol));
    const values = [...this.spreadIn(type).flatMap((part) => part.getStringIndexType() ?? []), ...properties];
    return { kind: "dict", value: this.shared(values.map((value) => this.read(value, at))) };
  }

  private recordValue(type: ts.Type): ts.Type | undefined {
    const [first] = isLibraryRecord(type) ? this.ctx.checker.getPropertiesOfType(type) : [];
    return first && this.ctx.checker.getTypeOfSymbol(first);
  }

  private readEnum(symbol: ts.Symbol): Type {
    const known = this.enums.get(symbol);
    if (known) return known;
    const made: Type = { kind: "dict", value: enumValueType(this.ctx, symbol) };
    this.enums.set(symbol, made);
    return made;
  }

  /** A tuple of no fixed length is an array. */
  private readTuple(type: ts.TupleTypeReference, at: ts.Node): Type {
    const parts = this.ctx.checker.getTypeArguments(type);
    const elements = parts.map((part, i) => this.readElement(part, type.target.elementFlags[i], at));
    if (type.target.elementFlags.every((flag) => flag === ts.ElementFlags.Required)) return { kind: "tuple", elements };
    const array = { kind: "array", element: this.shared(elements) } as const;
    return type.target.readonly ? { ...array, readonly: true } : array;
  }

  /** `...Rest` within a tuple: what is in the list that a type parameter stands for. */
  private readElement(part: ts.Type, flag: ts.ElementFlags | undefined, at: ts.Node): Type {
    const read = this.read(part, at);
    if (flag !== ts.ElementFlags.Variadic) return read;
    const { unifier } = this.ctx;
    const list = read.kind === "parameter" ? unifier.typeParameter(read).constraint : read;
    return (list && unifier.item(list)) ?? UNKNOWN;
  }

  private readClass(type: ts.Type, symbol: ts.Symbol, at: ts.Node): Type {
    const isConstructor = type.getConstructSignatures().length > 0;
    const classId = this.ctx.classIds.get(symbol);
    if (classId !== undefined) return isConstructor ? { kind: "class", classId } : this.readInstance(type, classId, at);
    const module = ambientModule(symbol.declarations?.[0]);
    if (module === null) return this.unsupported(type, at);
    if (symbol.name === "OSError") return { kind: "error", name: "OSError" };
    return { kind: "host", module, name: symbol.name };
  }

  private readInstance(type: ts.Type, classId: number, at: ts.Node): Type {
    const own = this.ctx.unifier.instanceOf(classId);
    const given = this.ctx.checker.getTypeArguments(type as ts.TypeReference);
    const args = own.args.map((parameter, i): Type => {
      const arg = given[i];
      // After `instanceof` of a generic class nothing is known of its arguments.
      if (arg === undefined || arg.flags & ts.TypeFlags.Any) return UNKNOWN;
      const read = this.read(arg, at);
      const isItself = read.kind === "parameter" && parameter.kind === "parameter" && read.id === parameter.id;
      if (isItself || parameter.kind !== "parameter") return read;
      const { constraint } = this.ctx.unifier.typeParameter(parameter);
      const crossed = constraint && crossing(read, constraint);
      if (crossed) this.ctx.report(at, crossed);
      return this.ctx.unifier.argument(parameter, read);
    });
    return { kind: "instance", classId, args };
  }

  private readRecord(type: ts.Type, at: ts.Node): Type {
    const known = this.shapes.get(type);
    const name = type.aliasSymbol?.name ?? type.getSymbol()?.name ?? "";
    if (known !== undefined) return { kind: "record", id: known, name: shapeName(name) };
    const ambient = ambientModule(type.getSymbol()?.declarations?.[0]);
    if (ambient !== null && !name.startsWith("__")) return { kind: "host", module: ambient, name };
    const id = this.ctx.program.shapes.length;
    const properties = new Map<string, Property>();
    const shape: Shape = { name: shapeName(name), properties, construct: null };
    this.ctx.program.shapes.push(shape);
    this.shapes.set(type, id);
    for (const symbol of this.ctx.checker.getPropertiesOfType(type))
      properties.set(memberName(symbol), this.property(symbol, at));
    for (const { slot, readonly } of properties.values()) if (!readonly) this.ctx.program.slots.note(slot, "open");
    const [construct] = type.getConstructSignatures();
    if (construct) shape.construct = this.signatures.of(construct, at);
    return { kind: "record", id, name: shapeName(name) };
  }

  property(symbol: ts.Symbol, at: ts.Node): Property {
    const declaration = symbol.declarations?.[0];
    const type = this.readDeclared(this.ctx.checker.getTypeOfSymbol(symbol), declaration, at);
    const readonly =
      declaration !== undefined &&
      (ts.getCombinedModifierFlags(declaration as ts.Declaration) & ts.ModifierFlags.Readonly) !== 0;
    const optional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
    return { name: symbol.name, type, optional, readonly, slot: this.ctx.program.slots.fresh() };
  }

  /** One storage for what is of one kind. */
  shared(types: readonly Type[]): Type {
    const kept: Type[] = [];
    for (const option of types.flatMap(optionsOf)) {
      const same = kept.find((other) => other.kind === option.kind);
      if (same) this.ctx.unifier.unify(same, option);
      if (same === undefined || !["number", "float", "array", "map", "set", "dict"].includes(option.kind))
        kept.push(option);
    }
    return unionOf(kept);
  }

  private unsupported(type: ts.Type, at: ts.Node): Type {
    this.ctx.report(at, findings.unsupportedType(this.ctx.checker.typeToString(type)));
    return FAILED;
  }
}

/** `Record<"a" | "b", V>`: its keys may be computed, whatever they are. */
function isLibraryRecord(type: ts.Type): boolean {
  const declaration = type.getSymbol()?.declarations?.[0];
  const alias = declaration && ts.isMappedTypeNode(declaration) ? declaration.parent : undefined;
  return (
    alias !== undefined && ts.isTypeAliasDeclaration(alias) && alias.name.text === "Record" && isLibraryFile(alias)
  );
}

/** What `typeof x === "function"` adds to the type of x. */
function isFunctionInterface(type: ts.Type): boolean {
  const symbol = type.getSymbol();
  return symbol?.name === "Function" && (symbol.declarations ?? []).some(isLibraryFile);
}

function isErrorType(type: ts.Type): boolean {
  return (type as ts.Type & { intrinsicName?: string }).intrinsicName === "error";
}

/** TypeScript numbers its unique symbols. */
function memberName(symbol: ts.Symbol): string {
  return symbol.name.startsWith("__@iterator") ? ITERATOR : symbol.name;
}

export function isEmptyObject(type: ts.Type): boolean {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 &&
    type.getProperties().length === 0 &&
    type.getCallSignatures().length === 0
  );
}

function isThis(type: ts.Type): boolean {
  return (type as ts.TypeParameter & { isThisType?: boolean }).isThisType === true;
}

function shapeName(name: string): string {
  return name === "" || name.startsWith("__") ? "Record" : name;
}

function isLibraryFile(node: ts.Node): boolean {
  return node.getSourceFile().fileName.endsWith("/lib.subset.d.ts");
}

function isAmbient(node: ts.Node): boolean {
  return node.getSourceFile().isDeclarationFile;
}

/** The name of the `declare module "…"` around a declaration; null outside of one. */
export function ambientModule(node: ts.Node | undefined): string | null {
  for (let at = node; at; at = at.parent)
    if (ts.isModuleDeclaration(at) && ts.isStringLiteral(at.name)) return at.name.text;
  return null;
}

/** The object among the parts of JsonValue, all of which are among these. */
function isJsonObject(part: ts.Type, all: readonly ts.Type[]): boolean {
  const value = part.getStringIndexType();
  return value?.aliasSymbol?.name === "JsonValue" && value.isUnion() && value.types.every((one) => all.includes(one));
}
