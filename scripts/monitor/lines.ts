// What a board prints, for people: tracebacks in lines of the TypeScript, levels in colours, the console's own answers in
// words. What comes from a board is foreign until here: no control character of it reaches the terminal.
import { stripVTControlCharacters } from "node:util";
import colours from "picocolors";
import type { LogMapper } from "../../transpiler/src/trace/log-mapper.ts";
import { type Crash, crashSentence, crashTrace } from "../device/crash-words.ts";

const LOG_LINE = /^([IWE]) (\d+) (.*)$/;
const TRACEBACK_HEAD = "Traceback (most recent call last):";

const LEVELS = { I: (text: string) => text, W: colours.yellow, E: colours.red } as const;

export class BoardLines {
  private isInTraceback = false;
  private remarks = 0;
  /** Log lines that were shown since the board was there. */
  private readonly seen = new Set<string>();

  constructor(private readonly mapper: LogMapper | null) {}

  /** The board is there again: what it says is of another start. */
  begin(): void {
    this.seen.clear();
    this.isInTraceback = false;
  }

  /** One line of the board's as lines for the terminal; none for what is of no use to a reader. */
  shown(line: string): string[] {
    const text = printable(line);
    const log = LOG_LINE.exec(text);
    if (log) {
      this.isInTraceback = false;
      this.seen.add(text);
      return [logLine(text)];
    }
    if (text.startsWith('{"')) return this.answer(text);
    if (/^(>>> *)?$/.test(text)) return [];
    return this.program(text);
  }

  /** Of a `log` answer the lines that were not shown before; of other answers nothing. */
  private answer(text: string): string[] {
    try {
      const { crash, log, maintenance } = JSON.parse(text) as { crash?: Crash; log?: unknown; maintenance?: unknown };
      if (crash) return this.recorded(crash);
      if (maintenance !== undefined) return [colours.yellow("At MicroPython's prompt, for maintenance.")];
      const lines = Array.isArray(log) ? log.map((line) => printable(String(line))) : [];
      return lines.filter((line) => LOG_LINE.test(line) && !this.seen.has(line)).map(logLine);
    } catch {
      return [text];
    }
  }

  /** Of a `diagnose` answer the last restart by itself, once. */
  private recorded(crash: Crash): string[] {
    const said = `On record, build ${printable(crash.build)}: ${crashSentence(crash)}`;
    if (this.seen.has(said)) return [];
    this.seen.add(said);
    return [colours.yellow(said), ...crashTrace(crash, this.mapper).map((line) => colours.red(line))];
  }

  /** What a program printed by itself. */
  private program(text: string): string[] {
    if (text === TRACEBACK_HEAD) this.isInTraceback = true;
    const mapped = (this.mapper?.map(text) ?? text).split("\n");
    const lines = this.isInTraceback ? mapped.map((each) => colours.red(each)) : mapped;
    // The line with the error's name is the last of a traceback.
    if (this.isInTraceback && text !== TRACEBACK_HEAD && !text.startsWith(" ")) this.isInTraceback = false;
    const news = this.mapper?.remarks.slice(this.remarks) ?? [];
    this.remarks += news.length;
    return [...lines, ...news.map((remark) => colours.yellow(remark))];
  }
}

/** `I 75 wifi: up` in columns and colours. */
function logLine(line: string): string {
  const [, level = "I", seconds, text = ""] = LOG_LINE.exec(line) ?? [];
  return `${colours.dim(uptime(Number(seconds)).padStart(9))}  ${LEVELS[level as keyof typeof LEVELS](text)}`;
}

/** `0:04`, `1:02:03`. */
function uptime(seconds: number): string {
  const two = (value: number) => String(Math.trunc(value)).padStart(2, "0");
  const [hours, minutes] = [Math.trunc(seconds / 3600), Math.trunc(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Without escape sequences; other control characters as `\x07`. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    /[\x00-\x1f\x7f-\x9f]/g,
    (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
}
