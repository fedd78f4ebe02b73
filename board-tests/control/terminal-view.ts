// The simulator in a terminal: lines of the log pass above, the display stays below them and is drawn again only when
// it has changed. Where the output is no terminal, the display's text is printed when it changes.

import colours from "picocolors";
import { displayBlocks, displayBox, type Font } from "../models/display-text.ts";
import type { DisplayFrame } from "../models/ssd1306.ts";
import { type LogEntry, logText } from "./event-log.ts";

/** As much of process.stdout as is used here. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** Lines that are left for the log beside a display drawn in pixels. */
const LOG_LINES_MIN = 10;

/** What is shown without --verbose. */
const USUAL: ReadonlySet<LogEntry["source"]> = new Set(["board", "console", "wifi", "fault", "mqtt", "simulator"]);

const COLOUR: Partial<Record<LogEntry["source"], (text: string) => string>> = {
  fault: colours.red,
  mqtt: colours.green,
  modem: colours.dim,
  flash: colours.dim,
  socket: colours.dim,
};

export class TerminalView {
  private drawnLines = 0;
  private shown = "";
  private block: string[] = [];

  constructor(
    private readonly output: Output,
    private readonly font: Font | null,
    private readonly verbose: boolean,
  ) {}

  /** Prints lines as they are, above the display. */
  print(lines: readonly string[]): void {
    this.erase();
    this.output.write(lines.map((line) => `${line}\n`).join(""));
    this.draw();
  }

  entry(entry: LogEntry): void {
    if (!this.verbose && !USUAL.has(entry.source)) return;
    const colour = COLOUR[entry.source] ?? ((text: string) => text);
    this.print([colour(this.cut(logText(entry)))]);
  }

  /** Shows the display if it is another than before. Without a font (headless) nothing is shown. */
  display(frame: DisplayFrame): void {
    if (!this.font) return;
    const now = frame.on ? frame.rows.join("") : "off";
    if (now === this.shown) return;
    this.shown = now;
    this.erase();
    this.block = this.blockOf(frame, this.font);
    this.draw();
    if (!this.output.isTTY) this.block = []; // printed once, it passes with the log
  }

  /** Takes the display away and prints the last lines. */
  end(lines: readonly string[]): void {
    this.erase();
    this.block = [];
    this.print(lines);
  }

  private blockOf(frame: DisplayFrame, font: Font): string[] {
    if (!frame.on) return ["[display off]"];
    const { columns = 0, rows = 0, isTTY } = this.output;
    const fits = isTTY && columns >= frame.width + 2 && rows >= frame.height / 2 + 2 + LOG_LINES_MIN;
    return fits ? displayBlocks(frame) : displayBox(frame, font);
  }

  private draw(): void {
    if (this.block.length === 0) return;
    this.output.write(this.block.map((line) => `${line}\n`).join(""));
    this.drawnLines = this.output.isTTY ? this.block.length : 0;
  }

  private erase(): void {
    if (this.drawnLines > 0) this.output.write(`\u001b[${this.drawnLines}A\u001b[0J`);
    this.drawnLines = 0;
  }

  /** A line that wraps would spoil the count of lines to erase. */
  private cut(text: string): string {
    const { columns, isTTY } = this.output;
    return isTTY && columns && text.length >= columns ? `${text.slice(0, columns - 2)}…` : text;
  }
}
