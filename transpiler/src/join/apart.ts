// Names at the top level of modules that become one: where two of them are alike, one gets another.
import type { Expr, PythonModule, Stmt } from "../python/ast.ts";
import { namesOf, nodesOf } from "../tidy/walk.ts";
import { type Meaning, meaningsIn } from "./meanings.ts";

/** What the names of one module have to do with those of the others. */
interface Names {
  readonly top: ReadonlyMap<string, Meaning>;
  /** Those that it uses without a point before them. */
  readonly used: ReadonlySet<string>;
  /** Of them what it binds anywhere: the rest are MicroPython's own. */
  readonly bound: ReadonlySet<string>;
}

/**
 * The one name of each meaning in the joined module.
 * @param modules of one group; the last one's names are the last to be changed: an entry is reached by its names
 */
export function namesByMeaning(modules: readonly PythonModule[]): ReadonlyMap<string, string> {
  const all = modules.map(namesIn);
  const taken = new Set(all.flatMap(({ used }) => [...used]));
  const given = new Map<string, string>();
  const owner = new Map<string, string>();
  const give = (key: string, name: string) => {
    given.set(key, name);
    owner.set(name, key);
    taken.add(name);
  };
  for (const { top } of [...all].reverse())
    for (const [name, meaning] of top) {
      if (given.has(meaning.key)) continue;
      const isFree = !owner.has(name) && !all.some((names) => isInTheWay(names, name, meaning));
      let free = name;
      for (let n = 2; !isFree && taken.has(free); n++) free = `${name}__${n}`;
      give(meaning.key, free);
    }
  return given;
}

/** In a module, the name stands for something that this meaning would hide, or that would hide it. */
function isInTheWay({ top, used, bound }: Names, name: string, meaning: Meaning): boolean {
  if (!used.has(name)) return false;
  const here = top.get(name);
  if (here) return here.key !== meaning.key && (meaning.isConstant || here.isConstant);
  if (meaning.isConstant || !bound.has(name)) return true;
  return [...top.values()].some(({ key }) => key === meaning.key);
}

function namesIn(module: PythonModule): Names {
  const nodes = nodesOf(module.body);
  const used = nodes.flatMap((node) => [...namesOf(node), ...boundBy(node as unknown as Stmt | Expr)]);
  const top = meaningsIn(module);
  const bound = new Set([...top.keys(), ...nodes.flatMap((node) => boundBy(node as unknown as Stmt | Expr))]);
  return { top, used: new Set([...used, ...top.keys()]), bound };
}

function boundBy(node: Stmt | Expr): readonly string[] {
  switch (node.kind) {
    case "def":
      return [node.name, ...node.params.map(({ name }) => name)];
    case "lambda":
      return node.params.map(({ name }) => name);
    case "class":
    case "walrus":
      return [node.name];
    case "assign":
    case "for":
    case "augmented":
    case "listComp":
      return nodesOf(node.target).flatMap((one) => (one.kind === "name" ? [one.id as string] : []));
    case "try":
      return node.handlers.flatMap(({ name }) => name ?? []);
    default:
      return [];
  }
}
