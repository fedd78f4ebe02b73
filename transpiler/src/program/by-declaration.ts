// Tables by what TypeScript's checker makes. Each checker makes its symbols, types and signatures anew: what an earlier one
// made is found again by its declaration.
import { ts } from "ts-morph";
import { Unsettled } from "../types/settled.ts";
import type { Renewal } from "./renewal.ts";

interface Declared<K> {
  /** What declares it, and nothing else of the kind; null when that cannot be said. */
  declarationOf(key: K): ts.Node | null;
  /** Without such a declaration it may still be taken as one that was never met before. */
  mayBeNew(key: K): boolean;
}

export class ByDeclaration<K extends object, V> {
  private own = new Map<K, V>();
  /** Of earlier checkers; null: several of them have this declaration. */
  private readonly earlier = new Map<ts.Node, V | null>();

  constructor(private readonly declared: Declared<K>) {}

  set(key: K, value: V): void {
    this.own.set(key, value);
  }

  get(key: K): V | undefined {
    const known = this.own.get(key);
    if (known !== undefined || this.earlier.size === 0) return known;
    const declaration = this.declared.declarationOf(key);
    const found = declaration === null ? this.unknown(key) : this.earlier.get(declaration);
    if (found === null) throw new Unsettled("What is meant by one of several");
    return found;
  }

  private unknown(key: K): undefined {
    if (this.declared.mayBeNew(key)) return undefined;
    throw new Unsettled("What has no declaration of its own");
  }

  /** A new checker takes over. */
  renew(renewal: Renewal): void {
    const all = [...this.earlier];
    for (const [key, value] of this.own) {
      const declaration = this.declared.declarationOf(key);
      if (declaration) all.push([declaration, value]);
    }
    this.own = new Map();
    this.earlier.clear();
    for (const [node, value] of all) {
      const now = renewal.node(node);
      if (now === null) continue;
      const other = this.earlier.get(now);
      this.earlier.set(now, other === undefined || other === value ? value : null);
    }
  }
}

/** Names: one for each declaration. */
export const SYMBOLS: Declared<ts.Symbol> = {
  declarationOf: (symbol) => symbol.valueDeclaration ?? symbol.declarations?.[0] ?? null,
  mayBeNew: () => false,
};

/** Of an interface, a type or an object literal: an instance of a generic one has no declaration of its own. */
export const RECORDS: Declared<ts.Type> = {
  declarationOf(type) {
    const { objectFlags = 0, target } = type as ts.TypeReference;
    const [declaration, other] = type.getSymbol()?.declarations ?? [];
    const isGiven = objectFlags & (ts.ObjectFlags.Instantiated | ts.ObjectFlags.Mapped) || (target && target !== type);
    return isGiven || other || !declaration ? null : declaration;
  },
  mayBeNew: () => false,
};

/** TypeScript keeps this beside its published types: the generic signature that this is an instance of. */
interface Instance extends ts.Signature {
  readonly target?: ts.Signature;
}

export const SIGNATURES: Declared<ts.Signature> = {
  declarationOf: (signature) => ((signature as Instance).target ? null : (signature.getDeclaration() ?? null)),
  // Each use of a generic function of the library may have one of its own.
  mayBeNew: (signature) => signature.getDeclaration()?.getSourceFile().isDeclarationFile ?? false,
};
