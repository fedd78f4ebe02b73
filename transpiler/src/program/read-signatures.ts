// Signatures: of functions, methods and constructors, each read once, so that all who call share its cells.
import { ts } from "ts-morph";
import { UNKNOWN, VOID } from "../types/type.ts";
import { ByDeclaration, SIGNATURES } from "./by-declaration.ts";
import type { Context } from "./context.ts";
import type { TypeReader } from "./read-types.ts";
import type { Renewal } from "./renewal.ts";

export class SignatureReader {
  private readonly signatures = new ByDeclaration<ts.Signature, number>(SIGNATURES);
  /** What is called for several signatures, by the first of them. */
  private readonly overloaded = new ByDeclaration<ts.Signature, number>(SIGNATURES);
  /** The type parameters of a signature, by its number. */
  private readonly typeParameters = new Map<number, readonly ts.Type[]>();

  constructor(
    private readonly ctx: Context,
    private readonly types: TypeReader,
  ) {}

  /** A new checker takes over. */
  renew(renewal: Renewal): void {
    this.signatures.renew(renewal);
    this.overloaded.renew(renewal);
  }

  typeParametersOf(signature: number): readonly ts.Type[] {
    return this.typeParameters.get(signature) ?? [];
  }

  /** What is called: of overloads the one that has the body, or one that takes and gives what any of them does. */
  called(signatures: readonly ts.Signature[], at: ts.Node): number {
    const [first] = signatures as [ts.Signature];
    if (signatures.length === 1) return this.of(first, at);
    const known = this.overloaded.get(first);
    if (known !== undefined) return known;
    const body = implementationOf(first);
    const own = body && this.ctx.checker.getSignatureFromDeclaration(body);
    const id = own ? this.of(own, at) : this.anyOf(signatures.map((signature) => this.of(signature, at)));
    this.overloaded.set(first, id);
    return id;
  }

  private anyOf(ids: readonly number[]): number {
    const { program } = this.ctx;
    const all = ids.flatMap((id) => program.signatures[id] ?? []);
    const longest = Math.max(...all.map((signature) => signature.params.length));
    const params = Array.from({ length: longest }, (_, i) =>
      this.types.shared(all.flatMap((signature) => signature.params[i] ?? [])),
    );
    const required = Math.min(...all.map((signature) => signature.required));
    const returns = this.types.shared(all.map((signature) => signature.returns));
    const rest = all.some((signature) => signature.rest);
    const id = program.signatures.push({ params, required, rest, returns }) - 1;
    program.aritySets.fresh();
    for (const one of ids) program.aritySets.union(one, id);
    return id;
  }

  ofDeclaration(node: ts.SignatureDeclaration): number {
    const signature = this.ctx.checker.getSignatureFromDeclaration(node);
    if (signature === undefined) throw new Error("a function without a signature");
    return this.of(signature, node);
  }

  /** The signature of a constructor that is not declared. */
  empty(count: number): number {
    const params = Array.from({ length: count }, () => UNKNOWN);
    const id = this.ctx.program.signatures.push({ params, required: 0, rest: false, returns: VOID }) - 1;
    this.ctx.program.aritySets.fresh();
    return id;
  }

  /** The program's number of a signature, read at its first use. */
  of(signature: ts.Signature, at: ts.Node): number {
    const known = this.signatures.get(signature);
    if (known !== undefined) return known;
    const { program, checker } = this.ctx;
    const rest = signature.parameters.some((symbol) => isRest(symbol));
    const id = program.signatures.push({ params: [], required: requiredCount(signature), rest, returns: VOID }) - 1;
    program.aritySets.fresh();
    this.signatures.set(signature, id);
    this.typeParameters.set(id, signature.getTypeParameters() ?? []);
    const made = program.signatures[id];
    for (const symbol of signature.parameters)
      made?.params.push(this.types.readDeclared(checker.getTypeOfSymbol(symbol), symbol.valueDeclaration, at));
    if (made)
      made.returns = this.types.readDeclared(
        checker.getReturnTypeOfSignature(signature),
        signature.getDeclaration(),
        at,
      );
    return id;
  }
}

/** The declaration of an overloaded function or method that has the body. */
function implementationOf(signature: ts.Signature): ts.SignatureDeclaration | undefined {
  const { symbol } = (signature.getDeclaration() ?? {}) as { readonly symbol?: ts.Symbol };
  const declared = symbol?.declarations?.find((one) => ts.isFunctionLike(one) && "body" in one && one.body);
  return declared as ts.SignatureDeclaration | undefined;
}

function isRest(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  return declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
}

function requiredCount(signature: ts.Signature): number {
  const optional = (symbol: ts.Symbol) => {
    const declaration = symbol.valueDeclaration;
    return (
      declaration !== undefined &&
      ts.isParameter(declaration) &&
      (declaration.questionToken || declaration.initializer || declaration.dotDotDotToken)
    );
  };
  const first = signature.parameters.findIndex(optional);
  return first < 0 ? signature.parameters.length : first;
}
