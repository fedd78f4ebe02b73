// Questions at a terminal, a line each. What is typed for a secret is not shown, and nothing that was typed can be called back.
import { createInterface, type Interface } from "node:readline";
import { Writable } from "node:stream";

/** Ctrl-C, Ctrl-D, or the terminal is gone. */
export class Cancelled extends Error {
  override readonly name = "Cancelled";

  constructor(message = "Nothing was changed.") {
    super(message);
  }
}

export interface Terminal {
  say(text: string): void;
  /** Rejects with Cancelled. @returns the line, without spaces around it */
  ask(prompt: string): Promise<string>;
  /** The same for a secret, whose spaces count. */
  askHidden(prompt: string): Promise<string>;
}

/** Whether somebody can be asked. */
export function canAsk(): boolean {
  return Boolean(process.stdin.isTTY && process.stdout.isTTY);
}

/** The terminal that this program was started at. */
export class OwnTerminal implements Terminal {
  private readonly lines: Interface;
  private isMuted = false;
  private isEnded = false;
  /** Typed or pasted before it was asked for. */
  private readonly typed: string[] = [];
  private waiting: { resolve(line: string): void; reject(error: Error): void } | null = null;

  constructor() {
    const output = new Writable({
      write: (chunk, _encoding, done) => {
        if (!this.isMuted) process.stdout.write(chunk);
        done();
      },
    });
    // Without a history: an arrow must not bring a password back.
    this.lines = createInterface({ input: process.stdin, output, terminal: true, historySize: 0 });
    this.lines.on("line", (line) => this.take(line));
    this.lines.on("SIGINT", () => this.end());
    this.lines.on("close", () => this.end());
  }

  say(text: string): void {
    process.stdout.write(`${text}\n`);
  }

  async ask(prompt: string): Promise<string> {
    return (await this.line(prompt)).trim();
  }

  async askHidden(prompt: string): Promise<string> {
    try {
      return await this.line(prompt, true);
    } finally {
      this.isMuted = false;
      process.stdout.write("\n");
    }
  }

  /** The terminal is as it was, echo included. */
  close(): void {
    this.isMuted = true;
    this.lines.close();
  }

  private line(prompt: string, isHidden = false): Promise<string> {
    if (this.isEnded) return Promise.reject(new Cancelled());
    this.lines.setPrompt(prompt);
    this.lines.prompt();
    this.isMuted = isHidden;
    const early = this.typed.shift();
    if (early !== undefined) {
      if (!isHidden) process.stdout.write("\n");
      return Promise.resolve(early);
    }
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
    });
  }

  private take(line: string): void {
    const { waiting } = this;
    this.waiting = null;
    if (waiting) waiting.resolve(line);
    else this.typed.push(line);
  }

  private end(): void {
    if (this.isEnded) return;
    this.isEnded = true;
    this.lines.close();
    if (this.waiting && !this.isMuted) process.stdout.write("\n");
    this.waiting?.reject(new Cancelled());
  }
}
