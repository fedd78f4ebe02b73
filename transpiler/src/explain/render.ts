// Notes as text for people: each line of the source with what is known of it below.
import { LineTable } from "../source-map/line-table.ts";
import type { Note, NoteKind } from "./explain.ts";

const LABELS: Readonly<Record<NoteKind, string>> = {
  value: "is",
  saved: "needs",
  helper: "calls",
  boxed: "boxed",
  stop: "stops",
};

/** Columns of a terminal beside which a helper's purpose is cut. */
const WIDTH = 160;

/** @param line only this line, from 1; null: all that have notes */
export function renderNotes(notes: readonly Note[], text: string, name: string, line: number | null): string {
  const lines = new LineTable(text);
  const shown = notes.filter((note) => line === null || note.line === line);
  const numbers = [...new Set(shown.map((note) => note.line))];
  const blocks = numbers.map((number) => {
    const here = shown.filter((note) => note.line === number);
    const width = Math.max(...here.map((note) => note.source.length));
    const rows = here.map((note) => cut(`    ${note.source.padEnd(width)}  ${LABELS[note.kind]}  ${note.text}`));
    return [`${name}:${number}  ${lines.lineText(number).trim()}`, ...rows].join("\n");
  });
  return `${[...blocks, summary(notes)].join("\n\n")}\n`;
}

function cut(row: string): string {
  return row.length > WIDTH ? `${row.slice(0, WIDTH - 1)}…` : row;
}

/** Of the whole file, whichever line was asked for. */
function summary(notes: readonly Note[]): string {
  const places = (kind: NoteKind) =>
    new Set(notes.filter((note) => note.kind === kind).map(({ line, column }) => `${line}:${column}`)).size;
  return [
    `${places("saved")} places need no helper, ${places("helper")} call one;`,
    `${places("boxed")} may box a value; in ${places("stop")} the program may stop.`,
  ].join(" ");
}
