// A namespace as a module: a registry with private state, and functions that use each other before their line.
namespace Registry {
  const entries = new Map<string, number>();
  let next = 1;
  export let last = "none";
  export function add(name: string): number {
    if (exists(name)) return get(name);
    entries.set(name, next);
    last = name;
    return next++;
  }
  export function get(name: string): number {
    return entries.get(name) ?? 0;
  }
  function exists(name: string): boolean {
    return entries.has(name);
  }
  export enum Mode {
    Strict = "strict",
    Loose = "loose",
  }
  export const mode: Mode = Mode.Loose;
  export type Id = number;
}
const id: Registry.Id = Registry.add("a");
console.log(
  id,
  Registry.add("b"),
  Registry.add("a"),
  Registry.get("zzz"),
  Registry.last,
  Registry.mode,
  Registry.Mode.Strict,
);
Registry.last = "reset";
console.log(Registry.last, Registry.add("c"), Registry.last);
namespace Empty {
  export type OnlyTypes = string;
}
const text: Empty.OnlyTypes = "types only";
console.log(text);
export {};
