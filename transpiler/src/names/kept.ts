// The names that must stay as they are, because something reaches them by their letters: MicroPython, hand-written Python,
// a literal, whoever prints the name of an error.
import { ROM_NAMES } from "./rom-names.ts";
import type { Survey } from "./survey.ts";

/** What is known of a program's names beside its Python. */
export interface Outside {
  /** Names that Python beside the program uses, or may use. */
  readonly names: ReadonlySet<string>;
  /** Names in the declarations of modules for the device. */
  readonly device: ReadonlySet<string>;
  /** The helpers' members and errors, and the words in their literals. */
  readonly helpers: ReadonlySet<string>;
  /** Members that are reached by a key that may be put together. */
  readonly keyed: ReadonlySet<string>;
}

const inFlash = new Set(ROM_NAMES);
export function isKept(name: string, survey: Survey, outside: Outside): boolean {
  // What is in flash costs nothing; all that MicroPython gives its own types is among it.
  return (
    inFlash.has(name) || name.startsWith("__") || Object.values(reasons).some((reason) => reason(name, survey, outside))
  );
}

type Reason = (name: string, survey: Survey, outside: Outside) => boolean;

/** Each is needed: a test leaves them out one by one. */
export const reasons: Record<string, Reason> = {
  literal: (name, { texts }) => texts.has(name),
  keyed: (name, _, { keyed }) => keyed.has(name),
  device: (name, _, { device }) => device.has(name),
  foreign: (name, { foreign }) => foreign.has(name),
  error: (name, { errors }) => errors.has(name),
  outside: (name, _, { names }) => names.has(name),
  helper: (name, _, { helpers }) => helpers.has(name),
};

/** Something beside the program's own Python may mean the name. */
export function isMeantBy({ names, device, helpers, keyed }: Outside, name: string): boolean {
  return [names, device, helpers, keyed].some((meant) => meant.has(name));
}
