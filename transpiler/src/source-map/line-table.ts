// Offsets in a text as lines and columns, by TypeScript's own idea of a line.

/** A place as tsc and editors count: both from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** ECMAScript's line terminators (ECMA-262, 12.3), \r\n being one. */
const LINE_END = /\r\n|[\n\r\u2028\u2029]/g;

export class LineTable {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (const end of text.matchAll(LINE_END)) this.starts.push(end.index + end[0].length);
  }

  /** The place of an offset; one outside the text counts as its nearest end. */
  position(offset: number): Position {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const index = this.lineIndexAt(inside);
    return { line: index + 1, column: inside - (this.starts[index] as number) + 1 };
  }

  /** A line's text without its end, by its number from 1. */
  lineText(line: number): string {
    const text = this.text.slice(this.starts[line - 1], this.starts[line]);
    return text.replace(/(?:\r\n|[\n\r\u2028\u2029])$/, "");
  }

  /** The last line that starts at or before the offset. */
  private lineIndexAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
