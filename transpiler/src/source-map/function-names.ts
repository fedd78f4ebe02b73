// The names of a module's functions as a JavaScript stack trace gives them, with the places where they stand: for
// tracebacks, in which the device says its own names (`__init__`, `_body`, `get_total`).
import type { Span } from "../python/ast.ts";
import type { Class, Program } from "../tree/nodes.ts";

export interface NamedSpan extends Span {
  /** `send`, `Modem.send`, `new Modem`, `get Modem.state`; empty for a function without a name. */
  readonly name: string;
}

/** In the order of their places, an outer function before those within it. */
export function functionNames(program: Program, module: number): NamedSpan[] {
  const names = new Map<number, string>();
  const fields: NamedSpan[] = [];
  for (const made of program.classes) {
    if (made.module !== module) continue;
    nameMembers(made, names);
    for (const { span } of made.fields) fields.push({ ...span, name: `new ${made.name}` });
    for (const span of made.staticSpans) fields.push({ ...span, name: `static ${made.name}` });
  }
  for (const binding of program.bindings) if (binding.func !== null) names.set(binding.func, binding.name);
  const functions = program.functions
    .filter((func) => func?.module === module)
    .map(({ id, span, name }) => ({ ...span, name: names.get(id) ?? (name === "lambda" ? "" : name) }));
  return [...functions, ...fields].sort((a, b) => a.start - b.start || b.end - a.end);
}

function nameMembers(made: Class, names: Map<number, string>): void {
  names.set(made.constructorFunc, `new ${made.name}`);
  for (const { func, accessor, name } of made.methods)
    names.set(func, `${accessor === null ? "" : `${accessor} `}${made.name}.${name}`);
}
