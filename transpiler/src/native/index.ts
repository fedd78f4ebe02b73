// `@native` and `@viper`: functions that become machine code. Their limits are checked in every build; only one with the
// option `native` has the decorators, and what viper must be told of types.
import type { Finding } from "../diagnostics/catalogue.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Emitter, PythonModule, Span, Stmt } from "../python/ast.ts";
import { mapBlocks, nodesOf } from "../tidy/walk.ts";
import { checkNative } from "./limits.ts";
import { toViper } from "./viper.ts";

export type Definition = Extract<Stmt, { kind: "def" }>;
export interface Place {
  readonly span?: Span | undefined;
}
export type Report = (at: Place, finding: Finding) => void;

/** What the conversion of a function must know of its module. */
export interface Surroundings {
  /** All names in it. */
  readonly names: ReadonlySet<string>;
  /** Its constants that MicroPython replaces by their numbers. */
  readonly constants: ReadonlyMap<string, bigint>;
}

export interface MachineCode {
  readonly modules: readonly PythonModule[];
  readonly diagnostics: readonly Diagnostic[];
}

/** @param paths of the modules' TypeScript files */
export function machineCode(modules: readonly PythonModule[], paths: readonly string[], native: boolean): MachineCode {
  const diagnostics: Diagnostic[] = [];
  const made = modules.map((module, i) => {
    if (!nodesOf(module.body).some((node) => "emitter" in node)) return module;
    const around = { names: namesIn(module), constants: constantsIn(module) };
    const convert = (statement: Stmt): Stmt => {
      const inner = mapBlocks(statement, (body) => body.map(convert));
      if (inner.kind !== "def" || inner.emitter === undefined) return inner;
      const report: Report = ({ span = inner.span }, finding) =>
        diagnostics.push({ ...finding, file: paths[i] ?? null, start: span?.start ?? 0, end: span?.end ?? 0 });
      return decorated(inner, inner.emitter, around, report);
    };
    return { ...module, body: module.body.map(convert) };
  });
  return { modules: native ? made : modules, diagnostics };
}

function decorated(definition: Definition, emitter: Emitter, around: Surroundings, report: Report): Definition {
  const isViper = emitter.kind === "viper";
  if (!isViper) checkNative(definition, report);
  const made = isViper ? toViper(definition, emitter, around, report) : definition;
  const decorator = { kind: "attribute", object: { kind: "name", id: "micropython" }, name: emitter.kind } as const;
  return { ...made, decorators: [...(made.decorators ?? []), decorator] };
}

function namesIn({ body }: PythonModule): ReadonlySet<string> {
  return new Set(nodesOf(body).flatMap(({ id, name }) => [id, name].filter((one) => typeof one === "string")));
}

/** `_NAME = const(1)`. */
function constantsIn({ body }: PythonModule): ReadonlyMap<string, bigint> {
  const found = new Map<string, bigint>();
  for (const statement of body) {
    if (statement.kind !== "assign" || statement.target.kind !== "name" || statement.value.kind !== "call") continue;
    const { callee, args } = statement.value;
    const value = args[0];
    if (callee.kind !== "name" || callee.id !== "const" || value === undefined) continue;
    if (value.kind === "int") found.set(statement.target.id, value.value);
    if (value.kind === "unary" && value.operator === "-" && value.operand.kind === "int")
      found.set(statement.target.id, -value.operand.value);
  }
  return found;
}
