// What two types look like whatever their numbers and texts are: records of one form that share their storage need not be
// told apart. A table of five thousand literals is one type, not a union of five thousand.
import type { Program } from "../tree/nodes.ts";
import { partsOf, type Type, typeKey } from "./type.ts";

export class Forms {
  private readonly numbers = new Map<string, number>();
  private readonly ofRecords = new Map<number, string>();

  constructor(private readonly program: Program) {}

  of(type: Type): string {
    switch (type.kind) {
      case "number":
      case "float":
      case "string":
        return type.kind;
      case "record":
        return this.ofRecord(type.id);
      case "union":
      case "array":
      case "tuple":
      case "map":
      case "set":
      case "dict":
      case "promise":
        return `${type.kind}${type.kind === "array" && type.readonly ? "!" : ""}(${partsOf(type).map((part) => this.of(part))})`;
      default:
        return typeKey(type);
    }
  }

  /** A number for each form: written out, those of records within records would grow with every level. */
  private ofRecord(id: number): string {
    const known = this.ofRecords.get(id);
    if (known !== undefined) return known;
    // A record that holds itself is like no other.
    this.ofRecords.set(id, `r${id}`);
    const shape = this.program.shapes[id];
    if (shape === undefined || shape.construct !== null) return `r${id}`;
    const members = [...shape.properties.values()].map(
      ({ name, type, optional, readonly }) =>
        `${JSON.stringify(name)}${optional ? "?" : ""}${readonly ? "!" : ""}${this.of(type)}`,
    );
    const form = members.join();
    const number = this.numbers.get(form) ?? this.numbers.size;
    this.numbers.set(form, number);
    this.ofRecords.set(id, `#${number}`);
    return `#${number}`;
  }
}
