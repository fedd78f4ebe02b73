// Who may call whom, over the typed tree: every call that a function can make, with how much of the board's stack it
// takes. Where the callee is a value, all functions count that the value may be.
import type { Class, Expr, Func, Program, Stmt } from "../tree/nodes.ts";
import { nodesOf } from "../tree/walk.ts";
import { optionsOf } from "../types/type.ts";
import type { Unifier } from "../types/unify.ts";

/** In plain calls of the board's stack, which holds 28: measured on the VM, by frames of its C code. */
export const WEIGHT = {
  call: 1,
  /** MicroPython's own constructor, or a property, calls the Python function. */
  constructed: 1.6,
  /** A C function calls back: the key of a sort. */
  fromC: 2.3,
  /** Running a module's top level. */
  import: 2.3,
  /** Running a class's body there. */
  classBody: 1.4,
} as const;

export interface Call {
  /** Index into the program's functions; of the loading of a late set, loadOf its root. */
  readonly callee: number;
  readonly weight: number;
}

export interface CallGraph {
  /** The calls of each function, by its id. */
  readonly calls: ReadonlyMap<number, readonly Call[]>;
  /** The calls of each module's top level, by its index. */
  readonly modules: ReadonlyMap<number, readonly Call[]>;
}

/** Stands for the loading of a late module and what is late with it: the tops of these modules call nothing. */
export function loadOf(module: number): number {
  return -1 - module;
}

/** The late module that is loaded; null of a function. */
export function loadedBy(callee: number): number | null {
  return callee < 0 ? -1 - callee : null;
}

export function callGraph(program: Program, unifier: Unifier): CallGraph {
  const finder = new CallFinder(program, unifier);
  const calls = new Map<number, readonly Call[]>();
  for (const func of program.functions) if (func) calls.set(func.id, finder.ofFunction(func));
  const modules = new Map(program.modules.map(({ index, body }) => [index, finder.within(body, index)]));
  return { calls, modules };
}

type Node = Expr | Stmt;

class CallFinder {
  /** Functions that are used as values, by the set of signatures that they pass between. */
  private readonly values = new Map<number, number[]>();

  constructor(
    private readonly program: Program,
    private readonly unifier: Unifier,
  ) {
    for (const func of program.functions) {
      if (!func || func.receiver) continue;
      const root = program.aritySets.find(func.signature);
      this.values.set(root, [...(this.values.get(root) ?? []), func.id]);
    }
  }

  ofFunction(func: Func): readonly Call[] {
    const owner = this.program.classes.find((made) => made.constructorFunc === func.id);
    const fields = owner?.fields.map((field) => field.value) ?? [];
    return this.within([func.params, func.body, func.expression, fields], func.module);
  }

  /** The calls of whatever a piece of the tree holds; bodies of functions lie elsewhere. */
  within(piece: unknown, module: number): readonly Call[] {
    const found = new Map<number, number>();
    for (const node of nodesOf(piece))
      for (const { callee, weight } of [...this.of(node), ...this.loads(node, module)])
        found.set(callee, Math.max(found.get(callee) ?? 0, weight));
    return [...found].map(([callee, weight]) => ({ callee, weight }));
  }

  private of(node: Node): readonly Call[] {
    if (node.kind === "call") return this.ofCall(node);
    if (node.kind === "new") return this.ofNew(node);
    if (node.kind === "superCall") return [];
    if (node.kind === "member" && node.access === "accessor")
      return weighed(this.methods(node.object, node.name), WEIGHT.call);
    return [];
  }

  /** A helper imports module after module. */
  private loads(node: Node, module: number): readonly Call[] {
    if (node.kind !== "call") return [];
    const { callee } = node;
    const other = callee.kind === "name" ? this.program.bindings[callee.binding]?.module : undefined;
    const root = callee.kind === "builtin" ? callee.late : other;
    const set = this.program.late.find((one) => one.root === root && root !== module);
    if (root === undefined || set === undefined) return [];
    const hasClass = this.program.classes.some((made) => set.modules.includes(made.module));
    const weight = WEIGHT.call + WEIGHT.import + (hasClass ? WEIGHT.classBody : 0);
    return [{ callee: loadOf(root), weight }];
  }

  private ofCall({ callee, args }: Extract<Expr, { kind: "call" }>): readonly Call[] {
    const callbacks = args.filter((arg) => arg.type.kind === "function").flatMap((arg) => this.functionsOf(arg));
    // The library calls what it is given.
    const given = callee.kind === "member" && callee.access === "library" ? weighed(callbacks, WEIGHT.fromC) : [];
    return [...given, ...weighed(this.called(callee), WEIGHT.call)];
  }

  private called(callee: Expr): readonly number[] {
    if (callee.kind === "member" && callee.access === "attribute") {
      const methods = this.methods(callee.object, callee.name);
      if (methods.length > 0) return methods;
    }
    return callee.type.kind === "function" ? this.functionsOf(callee) : [];
  }

  private functionsOf(value: Expr): readonly number[] {
    if (value.kind === "function") return [value.func];
    const known = value.kind === "name" ? this.program.bindings[value.binding]?.func : null;
    if (known !== null && known !== undefined) return [known];
    if (value.type.kind !== "function") return [];
    return this.values.get(this.program.aritySets.find(value.type.signature)) ?? [];
  }

  private ofNew({ type }: Expr): readonly Call[] {
    if (type.kind !== "instance") return [];
    const constructors = this.withBases(type.classId).flatMap((made) => made.constructorFunc ?? []);
    return weighed(constructors, WEIGHT.constructed);
  }

  /** The methods and accessors of a name that an object may have: its class's, its bases' and its subclasses'. */
  private methods(object: Expr, name: string): readonly number[] {
    return this.classesOf(object).flatMap((made) =>
      made.methods.filter((method) => method.name === name).map((method) => method.func),
    );
  }

  private classesOf(object: Expr): readonly Class[] {
    return optionsOf(object.type).flatMap((type) => {
      if (type.kind === "class") return this.withBases(type.classId);
      if (type.kind === "instance")
        return [
          ...this.withBases(type.classId),
          ...this.program.classes.filter((made) => this.extends(made, type.classId)),
        ];
      if (type.kind !== "record") return [];
      const seen = [...this.unifier.classesSeenAsRecords].filter(([, shapes]) => shapes.has(type.id));
      return seen.flatMap(([id]) => this.withBases(id));
    });
  }

  private withBases(id: number): Class[] {
    const made = this.program.classes[id];
    if (made === undefined) return [];
    return made.base?.kind === "class" ? [made, ...this.withBases(made.base.id)] : [made];
  }

  private extends(made: Class, id: number): boolean {
    return (
      made.base?.kind === "class" &&
      (made.base.id === id || this.extends(this.program.classes[made.base.id] as Class, id))
    );
  }
}

function weighed(functions: readonly number[], weight: number): Call[] {
  return functions.map((callee) => ({ callee, weight }));
}
