// JSON.stringify: what it meets must look the same to ts_json.
import { findings } from "../../diagnostics/catalogue.ts";
import type { Expr as PyExpr } from "../../python/ast.ts";
import type { Class, Expr } from "../../tree/nodes.ts";
import { noneFlavour, optionsOf, type Type } from "../../types/type.ts";
import { describe, isErrorClass } from "../expressions/text.ts";
import type { Lowering } from "../lowering.ts";
import type { MethodCall } from "./methods.ts";

const WRITABLE = new Set(["string", "number", "boolean", "none", "json", "never"]);

export function stringify({ l, expr, args }: MethodCall): PyExpr {
  const value = expr.args[0];
  if (value) new Writable(l, value).check(value.type);
  const text = l.callHelper(value?.type.kind === "string" ? "ts_quoted" : "ts_json", args[0] as PyExpr);
  return args[2] ? l.callHelper("ts_json_indent", text, args[2]) : text;
}

class Writable {
  private readonly shapes = new Set<number>();
  private readonly classes = new Set<number>();

  constructor(
    private readonly l: Lowering,
    private readonly at: Expr,
  ) {}

  check(type: Type): void {
    for (const option of optionsOf(type)) {
      if (WRITABLE.has(option.kind)) continue;
      if (option.kind === "array") this.check(option.element);
      else if (option.kind === "dict") this.ofDictionary(option.value);
      else if (option.kind === "tuple") for (const element of option.elements) this.check(element);
      else if (option.kind === "record") this.ofRecord(option.id);
      else if (option.kind === "instance") this.ofInstance(option.classId);
      else this.refuse(describe(option));
    }
  }

  /** A key whose value is undefined is left out: None would be null. */
  private ofDictionary(value: Type): void {
    if (noneFlavour(value) === "undefined") this.refuse("a dictionary that may hold undefined");
    this.check(value);
  }

  private ofRecord(id: number): void {
    if (this.shapes.has(id)) return;
    this.shapes.add(id);
    const { program, shared } = this.l.module;
    for (const [classId, shapes] of shared.unifier.classesSeenAsRecords) if (shapes.has(id)) this.ofInstance(classId);
    for (const property of program.shapes[id]?.properties.values() ?? []) this.check(property.type);
  }

  /** An instance may be of any class below the one that its type names. */
  private ofInstance(id: number): void {
    if (this.classes.has(id)) return;
    this.classes.add(id);
    const { program, shared } = this.l.module;
    const made = program.classes[id] as Class;
    if (isErrorClass(this.l, id)) this.refuse("an Error");
    if (made.hasOpenKeys) this.refuse("an object with a field that is only declared");
    if (shared.unifier.members(shared.unifier.instanceOf(id))?.has("toJSON")) this.refuse("an object with toJSON()");
    for (const name of made.parameterProperties) this.check(made.members.get(name)?.type ?? { kind: "void" });
    for (const field of made.fields) if (!field.name.startsWith("#")) this.check(field.type);
    if (made.base?.kind === "class") this.ofInstance(made.base.id);
    for (const other of program.classes)
      if (other.base?.kind === "class" && other.base.id === id) this.ofInstance(other.id);
  }

  private refuse(what: string): void {
    this.l.module.report(this.at.span, findings.jsonOf(what));
  }
}
