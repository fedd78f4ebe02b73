// What a program will cost on the board, as far as the compiler knows it: why each helper is there, and the deepest
// chain of calls. The bytes are measured where the bytecode is made.
import type { Analysis } from "../compile.ts";
import { functionNames } from "../source-map/function-names.ts";
import { LineTable } from "../source-map/line-table.ts";
import type { Func } from "../tree/nodes.ts";
import { callGraph, loadedBy } from "./call-graph.ts";
import { deepestChain } from "./deepest-chain.ts";

/** A place in the program's sources. */
export interface Place {
  /** Absolute path. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

export interface HelperReason {
  readonly helper: string;
  /** Where the program needs it, in the order of its modules. */
  readonly places: readonly Place[];
}

export interface ProgramReport {
  readonly helpers: readonly HelperReason[];
  /** The calls of the deepest chain, the outermost first, each as a stack trace names it. */
  readonly chain: readonly (Place & { readonly name: string })[];
  /** In plain calls: the board's stack holds 28. */
  readonly depth: number;
  /** Functions that may come to call themselves: how deep they go is not known here. */
  readonly recursive: readonly (Place & { readonly name: string })[];
}

export function reportOf(analysis: Analysis): ProgramReport {
  const places = new Places(analysis);
  const { program, unifier } = analysis;
  const { deepest, recursive } = deepestChain(callGraph(program, unifier));
  const top = deepest.module === null ? [] : [{ ...places.of(deepest.module, { start: 0 }), name: "<module>" }];
  const placeOf = (id: number) => {
    const module = loadedBy(id);
    if (module !== null) return { ...places.of(module, { start: 0 }), name: "<late module>" };
    return places.ofFunction(program.functions[id] as Func);
  };
  const named = (ids: Iterable<number>) => [...ids].map(placeOf);
  return {
    helpers: reasons(analysis, places),
    chain: [...top, ...named(deepest.functions)],
    depth: deepest.weight,
    recursive: named(recursive),
  };
}

function reasons({ helperUses }: Analysis, places: Places): HelperReason[] {
  const byHelper = new Map<string, Place[]>();
  for (const { helper, module, span } of helperUses)
    byHelper.set(helper, [...(byHelper.get(helper) ?? []), places.of(module, span)]);
  const sorted = [...byHelper].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([helper, found]) => ({ helper, places: distinct(found) }));
}

function distinct(places: readonly Place[]): Place[] {
  return [...new Map(places.map((place) => [`${place.file}:${place.line}`, place])).values()];
}

/** Offsets as lines, names as a stack trace has them; each module's tables are made once. */
class Places {
  private readonly tables = new Map<number, LineTable>();
  private readonly names = new Map<number, Map<number, string>>();

  constructor(private readonly analysis: Analysis) {}

  of(module: number, { start }: { readonly start: number }): Place {
    const { path = "", text = "" } = this.analysis.program.modules[module] ?? {};
    const table = this.tables.get(module) ?? new LineTable(text);
    this.tables.set(module, table);
    return { file: path, line: table.position(start).line };
  }

  ofFunction({ module, span }: Func): Place & { readonly name: string } {
    const names =
      this.names.get(module) ??
      new Map(functionNames(this.analysis.program, module).map(({ start, name }) => [start, name]));
    this.names.set(module, names);
    return { ...this.of(module, span), name: names.get(span.start) || "<anonymous>" };
  }
}
