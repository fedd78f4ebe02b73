// Lines for people, as app/log.ts has them: level, seconds since the start, text. What is tried again and again is
// said when it differs from the time before.
import type { LogLevel } from "../app/log.ts";

export type Note = (level: LogLevel, text: string) => void;

export class Announcer {
  private last = "";

  constructor(private readonly note: Note) {}

  say(level: LogLevel, text: string): void {
    if (text === this.last) return;
    this.last = text;
    this.note(level, text);
  }
}
