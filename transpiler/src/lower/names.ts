// Python names: the author's, but where Python, a helper or another variable of the same function has them already.
import { createHash } from "node:crypto";
import type { Binding, Program } from "../tree/nodes.ts";

const KEYWORDS =
  "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield";

/** Names of Python that the emitted code uses. */
const BUILTINS =
  "abs all any bool bytearray bytes chr classmethod cls const dict dir enumerate float hasattr getattr setattr int isinstance iter len list map max memoryview min next object open ord pow print property ptr8 range repr reversed round self set sorted staticmethod str sum super tuple type zip Exception BaseException AssertionError AttributeError IndexError KeyError MemoryError NameError OSError RuntimeError StopIteration SyntaxError TypeError ValueError ZeroDivisionError";

export const keywords: ReadonlySet<string> = new Set(KEYWORDS.split(" "));
const taken = new Set([...keywords, ...BUILTINS.split(" ")]);

/** MicroPython holds the length of a name in one byte; what we put before or behind it must fit too. */
const BYTES_MAX = 200;
/** Of a longer name this many characters are kept: of UTF-8 they take at most 3 bytes each, and a pair 4. */
const KEPT = 40;

/** The name, or its beginning and a digest of the whole where MicroPython could not hold it. */
export function shortened(name: string): string {
  if (Buffer.byteLength(name) <= BYTES_MAX) return name;
  const digest = createHash("sha256").update(name).digest("hex").slice(0, 16);
  return `${[...name].slice(0, KEPT).join("")}_${digest}`;
}

/** A name that is no keyword. MicroPython allows all letters of Unicode, but no `$`. */
export function pythonName(name: string): string {
  const made = shortened(name.replaceAll("$", "_S_"));
  return keywords.has(made) ? `${made}_` : made;
}

export class Names {
  private readonly names = new Map<number, string>();
  /** How many names of a scope begin alike. */
  private readonly counted = new Map<string, number>();
  private readonly usedIn = new Map<number | null, Map<string, number>>();

  constructor(private readonly program: Program) {
    const inOrder = [...program.bindings].sort(
      (a, b) =>
        Number(a.owner !== null) - Number(b.owner !== null) || a.module - b.module || a.span.start - b.span.start,
    );
    for (const binding of inOrder) this.claim(binding);
  }

  of(binding: Binding): string {
    return this.names.get(binding.id) ?? this.claim(binding);
  }

  rename(binding: Binding, name: string): void {
    this.names.set(binding.id, name);
  }

  private claim(binding: Binding): string {
    const base = safeName(binding.namespace ? `${binding.namespace}_${binding.name}` : binding.name);
    const key = `${scopeOf(binding)} ${base}`;
    let n = this.counted.get(key) ?? 0;
    let name = n === 0 ? base : `${base}_${n}`;
    while (this.isTaken(binding, name)) name = `${base}_${++n}`;
    this.counted.set(key, n);
    this.names.set(binding.id, name);
    this.scope(binding).set(name, binding.id);
    return name;
  }

  private scope(binding: Binding): Map<string, number> {
    const key = scopeOf(binding);
    const scope = this.usedIn.get(key) ?? new Map<string, number>();
    this.usedIn.set(key, scope);
    return scope;
  }

  /** Taken by another variable of the same function, or by an outer one that this function uses too. */
  private isTaken(binding: Binding, name: string): boolean {
    if (this.scope(binding).has(name)) return true;
    if (binding.owner === null) return false;
    for (const id of this.program.uses.get(binding.owner) ?? []) {
      if (id !== binding.id && this.names.get(id) === name) return true;
    }
    return false;
  }
}

/** A function, or a module's top level. */
function scopeOf({ owner, module }: Binding): number {
  return owner ?? -1 - module;
}

/** A name that neither Python nor the emitted code has a use for. */
export function safeName(name: string): string {
  const made = pythonName(name);
  return taken.has(made) || made.startsWith("ts_") || made.startsWith("_") ? `${made}_` : made;
}
