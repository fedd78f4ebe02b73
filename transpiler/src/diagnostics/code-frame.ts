// The piece of source under a diagnostic: numbered lines with the guilty part underlined.
import type { LineTable, Position } from "../source-map/line-table.ts";

export interface FrameStyle {
  /** Styles a line number, and the margin under it. */
  readonly gutter: (text: string) => string;
  /** Styles the underlining. */
  readonly marker: (text: string) => string;
}

/** Cells of a terminal that a line of source may take; a longer one is cut round the marked part. */
const WIDTH_MAX = 160;
/** Cells shown before the marked part of a line that is cut. */
const LEAD = 40;
const TAB_WIDTH = 4;
/** A span over more lines than this shows its first and last two. */
const LINES_MAX = 5;

/** What a terminal draws two cells wide, near enough: East Asian Wide (UAX 11) and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
/** What it draws in the cell before. */
const JOINED = /\p{M}|\p{Cf}/u;

/** `end` is exclusive; a span of nothing still gets one mark. */
export function codeFrame(lines: LineTable, start: Position, end: Position, style: FrameStyle): string[] {
  const shown = linesToShow(start.line, end.line);
  const margin = String(end.line).length;
  return shown.flatMap((line) => {
    if (line === null) return [style.gutter("…".padStart(margin))];
    const text = lines.lineText(line);
    const from = line === start.line ? start.column - 1 : text.search(/\S|$/);
    const to = line === end.line ? end.column - 1 : text.length;
    const [code, underline] = markedLine(text, from, to);
    return [
      `${style.gutter(String(line).padStart(margin))} ${code}`.trimEnd(),
      `${style.gutter(" ".repeat(margin))} ${underline.blank}${style.marker(underline.marks)}`,
    ];
  });
}

/** Line numbers; null for those left out in the middle. */
function linesToShow(first: number, last: number): (number | null)[] {
  if (last - first + 1 > LINES_MAX) return [first, first + 1, null, last - 1, last];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** The line as a terminal shows it, and its underlining; `from` and `to` are offsets in UTF-16 units, `to` exclusive. */
function markedLine(text: string, from: number, to: number): [string, { blank: string; marks: string }] {
  const cells = cellsOf(text);
  const fromCell = cellOf(cells, from);
  const toCell = Math.max(cellOf(cells, to), fromCell + 1);
  const window = windowAround(cells, fromCell);
  const code = window.cells.map((cell) => cell.text).join("");
  const marks = Math.min(toCell, window.end) - fromCell;
  return [code, { blank: " ".repeat(fromCell - window.start), marks: "~".repeat(Math.max(marks, 1)) }];
}

interface Cell {
  readonly text: string;
  /** Where it starts: in the source line, in UTF-16 units, and on the terminal, in cells. */
  readonly offset: number;
  readonly column: number;
  readonly width: number;
}

function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  let column = 0;
  for (const character of text) {
    const width = widthOf(character, column);
    cells.push({ text: character === "\t" ? " ".repeat(width) : character, offset, column, width });
    offset += character.length;
    column += width;
  }
  cells.push({ text: "", offset, column, width: 0 });
  return cells;
}

function widthOf(character: string, column: number): number {
  if (character === "\t") return TAB_WIDTH - (column % TAB_WIDTH);
  if (JOINED.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

function cellOf(cells: readonly Cell[], offset: number): number {
  const cell = cells.find((candidate) => candidate.offset >= offset) ?? cells.at(-1);
  return cell?.column ?? 0;
}

/** The part of a long line that is shown, an ellipsis where it is cut; `start` and `end` are cells of the whole line. */
function windowAround(cells: readonly Cell[], fromCell: number): { cells: Cell[]; start: number; end: number } {
  const width = cells.at(-1)?.column ?? 0;
  if (width <= WIDTH_MAX) return { cells: [...cells], start: 0, end: width };
  const start = Math.max(0, Math.min(fromCell - LEAD, width - WIDTH_MAX));
  const inside = cells.filter((cell) => cell.column >= start && cell.column + cell.width <= start + WIDTH_MAX);
  const ellipsis = (column: number): Cell => ({ text: "…", offset: 0, column, width: 1 });
  const before = start > 0 ? [ellipsis(start)] : [];
  const after = start + WIDTH_MAX < width ? [ellipsis(start + WIDTH_MAX)] : [];
  const first = inside[0]?.column ?? start;
  return { cells: [...before, ...inside, ...after], start: first - before.length, end: start + WIDTH_MAX };
}
