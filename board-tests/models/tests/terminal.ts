// A board's side of the serial line for tests: writes commands, gathers what comes back.

import type { UartLine } from "../uart-line.ts";
import type { ManualClock } from "./manual-clock.ts";

export class Terminal {
  private text = "";

  constructor(
    readonly clock: ManualClock,
    readonly line: UartLine,
    baud = 19_200,
  ) {
    line.setBaud(baud);
    line.configure(32_766);
  }

  /** Sends `command` with its carriage return and returns everything that came until its final result. */
  ask(command: string, limitMs = 30_000): string {
    this.read();
    this.text = "";
    this.write(`${command}\r`);
    this.clock.advanceUntil(
      () => /(?:^|\n)(?:OK|ERROR|\+CM[ES] ERROR: [^\r]*)\r\n$|\r\n> $/.test(this.received()),
      limitMs,
    );
    return this.text;
  }

  write(text: string): void {
    this.line.write(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  }

  /** Everything received since the last ask() or take(). */
  received(): string {
    this.read();
    return this.text;
  }

  /** The same, and forgets it. */
  take(): string {
    const text = this.received();
    this.text = "";
    return text;
  }

  private read(): void {
    const view = new Uint8Array(4_096);
    for (let count = this.line.readInto(view); count > 0; count = this.line.readInto(view)) {
      this.text += String.fromCharCode(...view.subarray(0, count));
    }
  }
}
