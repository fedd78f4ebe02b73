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

export class Writer {
  readonly marks: Mark[] = [];
  private readonly lines: string[] = [];
  private current = "";
  private depth = 0;

  write(text: string): void {
    this.current += text;
  }

  /** Notes that what is written next comes from `span`; of two notes at one place the outer, earlier one counts. */
  mark(span: Span | undefined): void {
    if (span === undefined) return;
    const line = this.lines.length + 1;
    const column = this.current.length;
    const last = this.marks.at(-1);
    if (last?.line !== line || last.column !== column) this.marks.push({ line, column, start: span.start });
  }

  startLine(): void {
    this.current = INDENT.repeat(this.depth);
  }

  endLine(): void {
    this.lines.push(this.current);
    this.current = "";
  }

  blankLines(count: number): void {
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
