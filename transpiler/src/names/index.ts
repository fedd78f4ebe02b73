// Names for a device: MicroPython keeps every name of a program on the heap, its letters and an entry in a table, but for
// those that it has in flash anyway. So the program's own are replaced by such ones (new-names.ts), the same one wherever
// the old one stood; what is reached by its letters stays (kept.ts).
import type { PythonModule } from "../python/ast.ts";
import { isKept, isMeantBy, type Outside } from "./kept.ts";
import { newNames } from "./new-names.ts";
import { boundBy, definedIn, derivedIn, literalWordsOf, namesOf, withNames, wordsOf } from "./python-words.ts";
import { renamed } from "./rename.ts";
import { surveyOf } from "./survey.ts";

export { derivedIn, isMeantBy, literalWordsOf, type Outside, wordsOf };

export interface NamedProgram {
  readonly modules: readonly PythonModule[];
  /** The texts of the helpers' modules. */
  readonly helpers: readonly string[];
  /** What the helpers are called now, and what they were. */
  readonly helperNames: ReadonlyMap<string, string>;
}

/**
 * @param texts of the helpers' modules
 * @param importNames as of Joining
 * @param stays whether a module is loaded with each start: its names are on the heap for ever
 */
export function withNamesInFlash(
  modules: readonly PythonModule[],
  texts: readonly string[],
  packageName: string,
  outside: Outside,
  importNames: ReadonlyMap<string, string>,
  stays: (module: PythonModule) => boolean,
): NamedProgram {
  const survey = surveyOf(modules, packageName, importNames);
  const helpers = texts.join("\n");
  const kept = (name: string) => isKept(name, survey, outside);
  const inHelpers = namesOf(helpers);
  const isFree = (name: string) => !kept(name);
  const own = survey.own.map((names) => new Set([...names].filter((name) => isFree(name) && !inHelpers.has(name))));
  const owned = new Set(own.flatMap((names) => [...names]));
  const shared = new Set([...survey.bound, ...boundBy(helpers)].filter((name) => isFree(name) && !owned.has(name)));
  const inUse = new Set([
    ...survey.used,
    ...survey.texts,
    ...survey.foreign,
    ...outside.names,
    ...outside.device,
    ...outside.helpers,
    ...outside.keyed,
    ...inHelpers,
  ]);
  // Two names that never stand in one place can be one: of a module's own, and of members that it has after a point alone.
  const isBare = (name: string) => inHelpers.has(name) || survey.bare.some(({ all }) => all.has(name));
  const members = new Set([...shared].filter((name) => !isBare(name)));
  const bare = new Set([...shared].filter((name) => !survey.members.has(name) && !inHelpers.has(name)));
  const apart = new Set(survey.bare.flatMap(({ inClasses }) => [...inClasses]));
  const staying = new Set(
    survey.usedBy.filter((_, i) => stays(modules[i] as PythonModule)).flatMap((each) => [...each]),
  );
  const names = newNames(shared, own, inUse, { members, bare, apart }, staying);
  return {
    modules: modules.map((module, i) => {
      const here = new Map([...names.of, ...(names.own[i] ?? [])]);
      return renamed(module, here, names.parameters, kept);
    }),
    helpers: texts.map((text) => withNames(text, (name) => names.of.get(name) ?? name)),
    helperNames: new Map([...definedIn(helpers)].flatMap((name) => [[names.of.get(name) ?? name, name]])),
  };
}
