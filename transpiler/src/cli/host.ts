// What the commands need of the world, so that tests can give them another one.
import picocolors from "picocolors";
import type { Analysed } from "../compile.ts";
import type { CompileOptions, CompileResult } from "../index.ts";
import type { RunOptions, RunResult } from "../vm/index.ts";

export interface Host {
  readonly cwd: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly stdin: () => Promise<string>;
  /** Somebody reads along: diagnostics come with their source lines, and in colour unless NO_COLOR is set. */
  readonly terminal: boolean;
  readonly colour: boolean;
  readonly compile: (options: CompileOptions) => Promise<CompileResult>;
  readonly analyse: (options: CompileOptions) => Promise<Analysed>;
  readonly runOnVm: (options: RunOptions) => Promise<RunResult>;
}

/** This process. The compiler and the VM are loaded when they are needed: --help answers at once. */
export function processHost(): Host {
  const terminal = process.stdout.isTTY === true;
  return {
    cwd: process.cwd(),
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    stdin: readStdin,
    terminal,
    colour: terminal && picocolors.isColorSupported,
    compile: async (options) => (await import("../compile.ts")).compile(options),
    analyse: async (options) => (await import("../compile.ts")).analyse(options),
    runOnVm: async (options) => (await import("../vm/index.ts")).runOnVm(options),
  };
}

async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
