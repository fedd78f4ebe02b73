// The state of lowering one module: its imports, the helpers that it uses, the shape classes that it defines.

import { type Finding, findings } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Expr as PyExpr, Stmt as PyStmt, Span } from "../python/ast.ts";
import type { Facts } from "../ranges/solver.ts";
import type { Binding, Module, Program } from "../tree/nodes.ts";
import { optionsOf, type Type } from "../types/type.ts";
import type { Unifier } from "../types/unify.ts";
import { constantValue } from "./constants.ts";
import type { Keyed } from "./keyed.ts";
import { type Names, safeName } from "./names.ts";
import { py } from "./py.ts";

/** A place of the program that needs a helper. */
export interface HelperUse {
  readonly helper: string;
  /** Index of the module. */
  readonly module: number;
  readonly span: Span;
}

export interface Shared {
  readonly program: Program;
  readonly unifier: Unifier;
  readonly facts: Facts;
  /** Bindings that stand as `_NAME = const(…)`. */
  readonly constants: ReadonlySet<number>;
  readonly names: Names;
  readonly keyed: Keyed;
  /** See variadicSets. */
  readonly variadic: ReadonlySet<number>;
  /** See arities. */
  readonly arities: ReadonlyMap<number, number>;
  readonly packageName: string;
  readonly helperUses: HelperUse[];
  readonly diagnostics: Diagnostic[];
}

export class ModuleLowering {
  /** Python module → name there → name here. */
  private readonly imports = new Map<string, Map<string, string>>();
  private readonly wholeModules = new Map<string, string>();
  private readonly localNames = new Set<string>();
  private readonly innerNames = new Set<string>();
  /** Names anywhere in the module, which what the module itself gets must not meet. */
  private readonly everyName = new Set<string>();
  readonly shapeClasses: PyStmt[] = [];
  /** Binding → the name of its constant here. */
  private readonly constants = new Map<number, string>();
  private readonly shapes = new Map<string, string>();
  private readonly floats = new Map<number, { readonly name: string; readonly ldexp: string }>();
  /** What is being lowered. */
  place: Span = { start: 0, end: 0 };

  constructor(
    readonly shared: Shared,
    readonly module: Module,
  ) {
    for (const binding of this.program.bindings) {
      if (binding.module !== module.index) continue;
      this.everyName.add(shared.names.of(binding));
      (binding.owner === null ? this.localNames : this.innerNames).add(shared.names.of(binding));
    }
  }

  get program(): Program {
    return this.shared.program;
  }

  get facts(): Facts {
    return this.shared.facts;
  }

  /** Functions that are called by this signature take the arguments one by one, whatever they have for a rest. */
  isVariadic(signature: number): boolean {
    return this.shared.variadic.has(this.program.aritySets.find(signature));
  }

  /** A function of the library is another object at each place that names it. */
  refuseIdentity(type: Type, span: Span): void {
    const { aritySets, made } = this.program;
    const roots = new Set([...made].map((id) => aritySets.find(id)));
    if (optionsOf(type).some((one) => one.kind === "function" && roots.has(aritySets.find(one.signature))))
      this.report(
        span,
        findings.library(
          "Which function it is, where it may be one of the library,",
          "Give that a name of yours: const log = (text: string) => console.log(text).",
        ),
      );
  }

  report(span: Span, finding: Finding): void {
    this.shared.diagnostics.push({ ...finding, file: this.module.path, ...span });
  }

  /** The name of a constant, for which this module has a line of its own. */
  constant(binding: Binding): PyExpr {
    const known = this.constants.get(binding.id);
    if (known !== undefined) return py.name(known);
    // The lowering's own names begin with `_` too, and MicroPython replaces a constant's name wherever it stands.
    const plain = this.shared.names.of(binding).replace(/^_+/, "");
    let local = /^([tf]?\d*|v_.*|[gs]et_.*|body|keys)$/.test(plain) ? `_c_${plain}` : `_${plain}`;
    while (this.localNames.has(local)) local = `${local}_`;
    this.localNames.add(local);
    this.constants.set(binding.id, local);
    return py.name(local);
  }

  /** The name of a float that is put together here, as no decimal says it exactly. */
  floatConstant(value: number, text: string): string {
    const known = this.floats.get(value);
    if (known !== undefined) return known.name;
    const name = this.ownName(`float_${text.replace("e+0", "").replaceAll(/\W/g, "_")}`);
    this.floats.set(value, { name, ldexp: this.import("math", "ldexp") });
    return name;
  }

  private floatStatements(): PyStmt[] {
    return [...this.floats].map(([value, { name, ldexp }]) => {
      let exponent = 0;
      let significand = value;
      for (; !Number.isInteger(significand); exponent--) significand *= 2;
      for (; significand >= 2 ** 24; exponent++) significand /= 2;
      return py.assign(py.name(name), py.call(ldexp, py.int(significand), py.int(exponent)));
    });
  }

  constantStatements(): PyStmt[] {
    const found = [...this.constants].map(([id, name]) => ({ binding: this.program.bindings[id] as Binding, name }));
    found.sort((a, b) => a.binding.module - b.binding.module || a.binding.span.start - b.binding.span.start);
    const constants = found.map(({ binding, name }) => {
      const span = binding.module === this.module.index ? binding.span : undefined;
      return py.assign(py.name(name), py.call("const", constantValue(this.program, binding)), span);
    });
    return [...constants, ...this.floatStatements()];
  }

  /** The Python name by which this module reaches a binding. */
  reference(binding: Binding): PyExpr {
    const name = this.shared.names.of(binding);
    if (binding.owner !== null || binding.module === this.module.index) return py.name(name);
    const home = this.moduleName(binding.module);
    if (this.isLateFrom(binding.module)) return this.lateReference(binding, home, name);
    if (binding.reassigned) return py.attribute(py.name(this.whole(home)), name);
    return py.name(this.import(home, name));
  }

  /** The dotted name of a module on the device. */
  moduleName(index: number): string {
    return pythonModule(this.shared.packageName, this.program.modules[index] as Module);
  }

  /** The other module may not be there while this one runs. */
  private isLateFrom(other: number): boolean {
    const { late } = this.program;
    if (!late.some(({ modules }) => modules.includes(other))) return false;
    const own = late.filter(({ modules }) => modules.includes(this.module.index));
    return own.length === 0 || own.some(({ modules }) => !modules.includes(other));
  }

  private lateReference(binding: Binding, home: string, name: string): PyExpr {
    const isRoot = this.program.late.some(({ root }) => root === binding.module);
    if (!isRoot || binding.func === null) this.report(this.place, findings.lateUse(binding.name));
    return py.attribute(py.call(this.helper("ts_late"), py.str(home)), name);
  }

  import(module: string, name: string): string {
    const names = this.imports.get(module) ?? new Map<string, string>();
    this.imports.set(module, names);
    const known = names.get(name);
    if (known !== undefined) return known;
    // Names of the program's own modules are kept apart within functions too.
    const isOurs = module.startsWith(`${this.shared.packageName}.`);
    let local = name;
    for (let n = 2; isOurs ? this.localNames.has(local) : this.isTaken(local); n++) local = `${name}__${n}`;
    this.localNames.add(local);
    names.set(name, local);
    return local;
  }

  private whole(module: string): string {
    const known = this.wholeModules.get(module);
    if (known !== undefined) return known;
    let local = safeName(module.split(".").pop() ?? module);
    while (this.isTaken(local)) local = `${local}_`;
    this.localNames.add(local);
    this.wholeModules.set(module, local);
    return local;
  }

  /** A variable of some function has this name. */
  isInner(name: string): boolean {
    return this.innerNames.has(name);
  }

  private isTaken(name: string): boolean {
    return this.localNames.has(name) || this.everyName.has(name);
  }

  helper(name: string): PyExpr {
    this.shared.helperUses.push({ helper: name, module: this.module.index, span: this.place });
    return py.name(this.import(`${this.shared.packageName}._ts`, name));
  }

  /** The name is that of a helper which has been asked for. */
  isHelper(id: string, name: string): boolean {
    return this.imports.get(`${this.shared.packageName}._ts`)?.get(name) === id;
  }

  /** A name that nothing in the module has. */
  ownName(name: string): string {
    const base = safeName(name);
    let local = base;
    for (let n = 2; this.isTaken(local); n++) local = `${base}_${n}`;
    this.localNames.add(local);
    return local;
  }

  /** The class of records with these keys, named after the declared type where it can be. */
  shape(name: string, key: string, make: (className: string) => PyStmt): string {
    const known = this.shapes.get(`${name} ${key}`);
    if (known !== undefined) return known;
    const local = this.ownName(name);
    this.shapes.set(`${name} ${key}`, local);
    this.shapeClasses.push(make(local));
    return local;
  }

  importStatements(): PyStmt[] {
    const whole = [...this.wholeModules].map(([module, as]): PyStmt => ({ kind: "import", module, as }));
    const named = [...this.imports].map(
      ([module, names]): PyStmt => ({
        kind: "from",
        module,
        names: [...names].map(([name, local]) => (name === local ? { name } : { name, as: local })),
      }),
    );
    return [...whole, ...named].sort((a, b) => compare(moduleOf(a), moduleOf(b)));
  }
}

function moduleOf(statement: PyStmt): string {
  return statement.kind === "import" || statement.kind === "from" ? statement.module : "";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function pythonModule(packageName: string, { python }: Module): string {
  return `${packageName}.${python}`;
}
