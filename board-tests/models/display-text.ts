// What stands on the display, read back from its pixels, and the display in a terminal.
// Text is what MicroPython's framebuf draws: characters of 8x8 pixels. A cell that is no character is shown as `▒`.

import type { DisplayFrame } from "./ssd1306.ts";

/** Width and height of a character in pixels. */
export const CELL = 8;

/** The character of each cell's pixels: eight rows of `#` and `.` joined. */
export type Font = ReadonlyMap<string, string>;

const NOT_A_CHARACTER = "▒";

/** The text as laid out, one line for each eight rows of pixels: 16 columns by 8 or 4 lines, spaces at the ends kept off. */
export function displayText(frame: DisplayFrame, font: Font): string {
  const lines: string[] = [];
  for (let y = 0; y < frame.height; y += CELL) {
    let line = "";
    for (let x = 0; x < frame.width; x += CELL) line += cellText(frame, x, y, font);
    lines.push(line.trimEnd());
  }
  return lines.join("\n");
}

function cellText(frame: DisplayFrame, x: number, y: number, font: Font): string {
  const pixels = frame.rows.slice(y, y + CELL).map((row) => row.slice(x, x + CELL));
  const key = pixels.join("");
  return font.get(key) ?? font.get(inverse(key)) ?? NOT_A_CHARACTER;
}

/** Dark text on a lit field reads the same. */
function inverse(key: string): string {
  return key.replace(/[#.]/g, (pixel) => (pixel === "#" ? "." : "#"));
}

/** The pixels as they are: `#` lit, `.` dark. */
export function displayPixels(frame: DisplayFrame): string {
  return frame.rows.join("\n");
}

/** Half blocks, so that two rows of pixels make one line of a terminal: by upper and lower pixel. */
const HALF_BLOCKS: Readonly<Record<string, string>> = { "..": " ", "#.": "▀", ".#": "▄", "##": "█" };

/** The display for a terminal, with a frame around it: 130 columns by 34 or 18 lines. */
export function displayBlocks(frame: DisplayFrame): string[] {
  const lines = [`┌${"─".repeat(frame.width)}┐`];
  for (let y = 0; y < frame.height; y += 2) {
    const upper = frame.rows[y] ?? "";
    const lower = frame.rows[y + 1] ?? "";
    const line = [...upper].map((pixel, x) => HALF_BLOCKS[`${pixel}${lower[x] ?? "."}`]).join("");
    lines.push(`│${line}│`);
  }
  lines.push(`└${"─".repeat(frame.width)}┘`);
  return lines;
}

/** The text in a small frame, for terminals that are too narrow for the pixels: 18 columns. */
export function displayBox(frame: DisplayFrame, font: Font): string[] {
  const width = frame.width / CELL;
  const lines = displayText(frame, font).split("\n");
  return [`┌${"─".repeat(width)}┐`, ...lines.map((line) => `│${line.padEnd(width)}│`), `└${"─".repeat(width)}┘`];
}
