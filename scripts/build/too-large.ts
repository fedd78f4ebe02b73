// Which function mpy-cross could not compile: it says only that something was too large, of a whole file. Each function is
// compiled by itself until one fails alike.
import type { PythonFile } from "./bytecode.ts";

interface Block {
  readonly name: string;
  /** From 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

/** @param reasonFor why mpy-cross does not accept a text; null: it does */
export async function tooLarge(
  file: PythonFile,
  reason: string,
  reasonFor: (text: string) => Promise<string | null>,
): Promise<string> {
  const isAlike = async ({ lines }: Block) => (await reasonFor(dedented(lines))) === reason;
  let found: Block | null = null;
  let inside: readonly Block[] = functionsIn(file.text.split("\n"), 1);
  for (let block = await first(inside, isAlike); block; block = await first(inside, isAlike)) {
    found = block;
    inside = functionsIn(block.lines.slice(1), block.line + 1);
  }
  const what = found ? await placeOf(file, found) : `The code of ${file.path} outside of functions`;
  return `${what} is too large for MicroPython (${reason}): divide it into several functions.`;
}

async function first(blocks: readonly Block[], test: (block: Block) => Promise<boolean>): Promise<Block | null> {
  for (const block of blocks) if (await test(block)) return block;
  return null;
}

/** The outermost functions and methods. */
function functionsIn(lines: readonly string[], from: number): Block[] {
  const found: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [, indent = "", name = ""] = /^( *)def (\w+)/.exec(lines[i] ?? "") ?? [];
    if (name === "") continue;
    let end = i + 1;
    while (end < lines.length && (lines[end]?.trim() === "" || lines[end]?.startsWith(`${indent} `))) end++;
    found.push({ name, line: from + i, lines: lines.slice(i, end) });
    i = end - 1;
  }
  return found;
}

/** As a text of its own, in which what is taken from functions around must be somebody's. */
function dedented(lines: readonly string[]): string {
  const indent = /^ */.exec(lines[0] ?? "")?.[0].length ?? 0;
  return `${lines.map((line) => line.slice(indent).replace(/^( *)nonlocal /, "$1global ")).join("\n")}\n`;
}

async function placeOf(file: PythonFile, { name, line }: Block): Promise<string> {
  // Loaded only now: a build that goes well does not need it here.
  const { framesOf, lookupIn } = await import("../../transpiler/src/index.ts");
  const frame = `  File "${file.path}", line ${line}, in ${name}`;
  const mapped = file.map ? [[file.path, { map: file.map }] as const] : [];
  const [place] = framesOf(frame, lookupIn(new Map(mapped)));
  if (!place || place.column === null) return `The function ${name} (${file.path}:${line})`;
  return `The function ${place.functionName} (${place.file}:${place.line})`;
}
