// What the display says without usable settings, page by page.
import type { Millis } from "../millis.ts";
import { COLUMNS, linesOf } from "./display-text.ts";
import { addPage, LINES_MAX } from "./screens.ts";
import { toAscii } from "./to-ascii.late.ts";

/** @param problems a sentence each */
export function settingsScreen(problems: readonly string[], rows: number, now: Millis): string[] {
  const ascii = toAscii(problems.join("\n"));
  const lines = ["Settings:"];
  const page = addPage(lines, ascii, linesOf(ascii, 0, LINES_MAX).length, rows - 1, now);
  lines[0] = `Settings:${page.padStart(COLUMNS - 9)}`.trimEnd();
  return lines;
}
