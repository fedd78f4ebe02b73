// How a program prints a value of each type, so that Node and the device write the same.
import type { Maker } from "./maker.ts";
import type { Type } from "./types.ts";

/** An expression of a text that tells all of the value; null: there is none. */
export function show(m: Maker, value: string, type: Type): string | null {
  switch (type.kind) {
    case "int":
    case "truth":
    case "choice":
      return `\`\${${value}}\``;
    case "float":
      return `${value}.toFixed(4)`;
    case "text":
      return value;
    case "bytes":
      return `[...${value}].join()`;
    case "list":
    case "tuple":
    case "record":
    case "dict":
      return holdsOnly(type, isPlain) ? `JSON.stringify(${value})` : partsOf(m, value, type);
    case "set":
    case "map":
      return holdsOnly(type, isPlain) ? `JSON.stringify([...${value}])` : `\`\${${value}.size}\``;
    case "object":
      return `${value}.show()`;
    case "maybe": {
      if (["int", "text", "truth", "choice"].includes(type.value.kind)) return `\`\${${value}}\``;
      const shown = show(m, `${value}`, type.value);
      return shown === null ? null : `(${value} === ${type.none} ? "${type.none}" : ${shown})`;
    }
    case "closure":
      return type.params.length === 0 ? show(m, `${value}()`, type.result) : null;
  }
}

/** JSON writes it as it is. */
export function isPlain(type: Type): boolean {
  return (
    !["float", "object", "closure", "bytes", "set", "map"].includes(type.kind) &&
    !(type.kind === "maybe" && type.none === "undefined")
  );
}

export function holdsOnly(type: Type, isWanted: (type: Type) => boolean): boolean {
  return isHeld(type).every((one) => isWanted(one) && holdsOnly(one, isWanted));
}

function isHeld(type: Type): readonly Type[] {
  switch (type.kind) {
    case "list":
    case "set":
      return [type.item];
    case "tuple":
      return type.items;
    case "map":
      return [type.key, type.value];
    case "dict":
    case "maybe":
      return [type.value];
    case "record":
      return type.record.fields.map((field) => field.type);
    default:
      return [];
  }
}

function partsOf(m: Maker, value: string, type: Type): string | null {
  if (type.kind === "list") {
    const shown = show(m, "one", type.item);
    return shown === null ? `\`\${${value}.length}\`` : `${value}.map((one) => ${shown}).join()`;
  }
  const parts =
    type.kind === "tuple"
      ? type.items.map((item, i) => show(m, `${value}[${i}]`, item))
      : type.kind === "record"
        ? type.record.fields.map((field) => show(m, `${value}.${field.name}`, field.type))
        : [];
  const shown = parts.filter((part) => part !== null);
  return shown.length > 0 ? `[${shown.join(", ")}].join()` : null;
}
