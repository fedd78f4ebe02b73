// The printer's paper: text with indentation, and where in it each piece of TypeScript came to stand.
import type { Span } from "./ast.ts";

/** The Python at (line, column) comes from the TypeScript at `start`. */
export interface Mark {
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 units of the Python line. */
  readonly column: number;
  /** Offset in the TypeScript file, in UTF-16 units. */
  readonly start: number;
}

const INDENT = "    ";

/** What may be put beside a line of Python. */
interface Kind {
  readonly depth: number;
  /** The line of the TypeScript that a traceback shall name; 0 for one that no traceback names. */
  readonly origin: number;
  /** Statements alone, that may follow each other with `;` between. */
  readonly simple: boolean;
}

export class Writer {
  readonly marks: Mark[] = [];
  private readonly lines: string[] = [];
  private readonly kinds: Kind[] = [];
  private current = "";
  private depth = 0;
  /** No traceback will name the current line. */
  private isQuiet = true;

  /**
   * @param originOf the line of the TypeScript for an offset: what comes from one line is put on one line, as each costs a
   * board an octet or two of its heap (py/emitbc.c, mp_emit_bc_set_source_line); null: each statement has its own
   */
  constructor(private readonly originOf: ((start: number) => number) | null = null) {}

  get isTight(): boolean {
    return this.originOf !== null;
  }

  write(text: string): void {
    this.current += text;
  }

  /**
   * Notes that what is written next comes from `span`; of two notes at one place the outer, earlier one counts.
   * @param mayFail a traceback may name it
   */
  mark(span: Span | undefined, mayFail = true): void {
    if (mayFail) this.mayFail();
    if (span === undefined) return;
    const line = this.lines.length + 1;
    const column = this.current.length;
    const last = this.marks.at(-1);
    if (last?.line !== line || last.column !== column) this.marks.push({ line, column, start: span.start });
  }

  startLine(): void {
    this.isQuiet = true;
    this.current = INDENT.repeat(this.depth);
  }

  /** A traceback may name the current line. */
  mayFail(): void {
    this.isQuiet = false;
  }

  /** @param simple whether other statements may follow on the same line */
  endLine(simple: boolean): void {
    const { depth, lines, marks, originOf } = this;
    lines.push(this.current);
    this.current = "";
    if (originOf === null) return;
    const mark = marks[this.marksBefore(lines.length)];
    this.kinds.push({ depth, origin: mark === undefined || this.isQuiet ? 0 : originOf(mark.start), simple });
    const before = this.kinds.at(-2);
    if (simple && before?.simple && before.depth === depth) this.putBeside("; ", true);
  }

  /** What was written since there were `count` lines follows the header above it on its line, where it can. */
  foldFrom(count: number): void {
    if (this.isTight && this.lines.length === count + 1 && this.kinds.at(-1)?.simple) this.putBeside(" ", false);
  }

  /** Puts the last line beside the one before, if both come from one line. */
  private putBeside(between: string, simple: boolean): void {
    const { kinds, lines, marks } = this;
    const [before, last] = kinds.slice(-2) as [Kind, Kind];
    if (before.origin !== last.origin && before.origin !== 0 && last.origin !== 0) return;
    const text = (lines.pop() as string).trimStart();
    const line = lines.length;
    const head = (lines[line - 1] as string) + between;
    lines[line - 1] = head + text;
    kinds.splice(-2, 2, { depth: before.depth, origin: before.origin || last.origin, simple });
    const shift = head.length - last.depth * INDENT.length;
    const moved = marks
      .splice(this.marksBefore(line + 1))
      .map((mark) => ({ ...mark, line, column: mark.column + shift }));
    // A line is known by its first mark: that of what may fail.
    if (before.origin === 0 && last.origin !== 0) marks.length = this.marksBefore(line);
    if (before.origin === 0 || last.origin !== 0) marks.push(...moved);
  }

  /** How many marks stand above a line, one of the last two. */
  private marksBefore(line: number): number {
    let count = this.marks.length;
    while (count > 0 && (this.marks[count - 1] as Mark).line >= line) count--;
    return count;
  }

  get lineCount(): number {
    return this.lines.length;
  }

  blankLines(count: number): void {
    if (this.isTight) return;
    for (let i = 0; i < count; i++) this.lines.push("");
  }

  indented(work: () => void): void {
    this.depth++;
    work();
    this.depth--;
  }

  text(): string {
    return this.lines.map((line) => `${line}\n`).join("");
  }
}
