// The programs of a folder, and what they say about themselves in comments that begin with //!.
//
//   //! refuse TP3002 TS2339     first line: the compiler must refuse the program with these codes and no others
//   //! stops                    end of a line: on the device the program ends by an error on this line, and Node goes on
//   //! TP3002: part of it       end of a line: a diagnostic of this code, with these words, starts on this line
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

export interface TestProgram {
  /** `numbers/crc16`: what to write after -t to run it alone. */
  readonly name: string;
  /** Absolute path of its first file. */
  readonly entry: string;
  /** The codes in order, separated by spaces; null where it is accepted. */
  readonly refuse: string | null;
  /** The line, from 1, on which the device stops. */
  readonly stopsAt: number | null;
}

export interface Expectation {
  readonly code: string;
  /** Words of the sentence; empty when any will do. */
  readonly words: string;
  readonly file: string;
  /** From 1. */
  readonly line: number;
}

/** Every `.ts` file below `root` is a program, and every folder with a `main.ts` one program of several modules. */
export function findPrograms(root: string, prefix = ""): TestProgram[] {
  const names = readdirSync(root).sort();
  return names.flatMap((name) => {
    const path = join(root, name);
    if (name.endsWith(".ts")) return name.endsWith(".d.ts") ? [] : [readProgram(path, prefix + name.slice(0, -3))];
    if (!statSync(path).isDirectory()) return [];
    const main = join(path, "main.ts");
    return existsSync(main) ? [readProgram(main, prefix + name)] : findPrograms(path, `${prefix}${name}/`);
  });
}

/** The diagnostics that a file says it must get. */
export function expectationsIn(file: string): Expectation[] {
  return readFileSync(file, "utf8")
    .split(/\r?\n/)
    .flatMap((text, index) =>
      [...text.matchAll(/\/\/! (T[PS]\d+)(?:: *(.*?))? *(?=\/\/!|$)/g)].map(([, code = "", words = ""]) => {
        return { code, words, file, line: index + 1 };
      }),
    );
}

function readProgram(entry: string, name: string): TestProgram {
  const lines = readFileSync(entry, "utf8").split(/\r?\n/);
  const refuse = /^\/\/! refuse (T[PS]\d+(?: T[PS]\d+)*) *$/.exec(lines[0] ?? "")?.[1] ?? null;
  const stops = lines.findIndex((line) => /\/\/! stops\b/.test(line));
  return { name, entry, refuse, stopsAt: stops < 0 ? null : stops + 1 };
}
