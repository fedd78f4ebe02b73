// The chain of calls that takes most of the board's stack. A function that may call itself has no deepest chain: it
// counts once, and is named.
import type { Call, CallGraph } from "./call-graph.ts";
import { WEIGHT } from "./call-graph.ts";

export interface Chain {
  /** In plain calls. */
  readonly weight: number;
  /** Functions by their ids, the outermost first. */
  readonly functions: readonly number[];
  /** The module whose top level begins it; null when a function of it is called from outside. */
  readonly module: number | null;
}

export interface Depth {
  readonly deepest: Chain;
  /** Functions that may come to call themselves, by their ids. */
  readonly recursive: ReadonlySet<number>;
}

export function deepestChain(graph: CallGraph): Depth {
  const search = new Search(graph);
  const fromRoots = calledFromOutside(graph).map((root) => search.from(root, WEIGHT.call));
  const fromModules = [...graph.modules].map(([module, calls]) => {
    const below = search.deepestOf(calls);
    return { ...below, weight: below.weight + WEIGHT.import, module };
  });
  const chains: Chain[] = [...fromRoots.map((chain) => ({ ...chain, module: null })), ...fromModules];
  const deepest = chains.reduce((a, b) => (b.weight > a.weight ? b : a), { weight: 0, functions: [], module: null });
  return { deepest, recursive: search.recursive };
}

/** Nothing in the program calls them: main.py does, or a timer, or nobody. */
function calledFromOutside(graph: CallGraph): number[] {
  const called = new Set([...graph.calls.values(), ...graph.modules.values()].flat().map(({ callee }) => callee));
  return [...graph.calls.keys()].filter((func) => !called.has(func));
}

interface Below {
  readonly weight: number;
  readonly functions: readonly number[];
}

const NOTHING: Below = { weight: 0, functions: [] };

class Search {
  readonly recursive = new Set<number>();
  private readonly known = new Map<number, Below>();
  private readonly open = new Set<number>();

  constructor(private readonly graph: CallGraph) {}

  from(func: number, weight: number): Below {
    const below = this.below(func);
    return { weight: below.weight + weight, functions: [func, ...below.functions] };
  }

  deepestOf(calls: readonly Call[]): Below {
    return calls
      .filter(({ callee }) => !this.isOpen(callee))
      .map(({ callee, weight }) => this.from(callee, weight))
      .reduce((a, b) => (b.weight > a.weight ? b : a), NOTHING);
  }

  private isOpen(callee: number): boolean {
    if (this.open.has(callee)) this.recursive.add(callee);
    return this.open.has(callee);
  }

  private below(func: number): Below {
    const known = this.known.get(func);
    if (known) return known;
    this.open.add(func);
    const found = this.deepestOf(this.graph.calls.get(func) ?? []);
    this.open.delete(func);
    this.known.set(func, found);
    return found;
  }
}
