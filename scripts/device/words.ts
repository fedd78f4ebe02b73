// What the commands beside a board print while they work: steps for people, or nothing but one JSON object at the end.
import { createInterface } from "node:readline/promises";

const BAR_COLUMNS = 24;

export class Words {
  private hasBar = false;

  /** @param isQuiet standard output is for the JSON object alone */
  constructor(private readonly isQuiet: boolean) {}

  say(text: string): void {
    this.endBar();
    if (!this.isQuiet) console.log(text);
  }

  /** Something that needs attention: said to standard error in any case. */
  warn(text: string): void {
    this.endBar();
    console.error(text);
  }

  /** A bar that moves, where there is a terminal. */
  progress(done: number, total: number, what: string): void {
    if (this.isQuiet || !process.stdout.isTTY) return;
    const filled = Math.round((done / total) * BAR_COLUMNS);
    const bar = `${"█".repeat(filled)}${"░".repeat(BAR_COLUMNS - filled)}`;
    process.stdout.write(`\r\x1b[K${bar} ${done}/${total} ${what}`);
    this.hasBar = true;
  }

  /** @returns false where nobody can be asked */
  async ask(question: string): Promise<boolean> {
    this.endBar();
    if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
    } finally {
      terminal.close();
    }
  }

  private endBar(): void {
    if (this.hasBar) process.stdout.write("\r\x1b[K");
    this.hasBar = false;
  }
}
