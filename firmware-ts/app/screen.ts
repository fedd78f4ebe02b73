// Keeps the display up to date: looks twice a second what it should show, and has the rows that differ drawn one by one.

import { anew } from "../domain/anew.ts";
import type { Millis } from "../domain/millis.ts";
import { linesOf } from "../domain/screens/display-text.ts";
import type { Glance } from "../domain/screens/glance.ts";
import { LINES_MAX, screenOf } from "../domain/screens/screens.ts";
import { toAscii } from "../domain/screens/to-ascii.late.ts";
import type { Display } from "../ports/display.ts";

const LOOK_EVERY_MS = 500;
/** In "brief", a message's text is shown so long; then the sender alone stays, as anybody may see the display. */
const TEXT_SHOWN_MS = 30000;
/** Of a text: four parts of a long message; to make ASCII of it takes 40 ms at most. */
const TEXT_CHARACTERS_MAX = 640;
const SENDER_CHARACTERS_MAX = 32;
const NO_TEXT = new Uint8Array(0);

export class Screen {
  /** What should be shown. */
  private lines: readonly string[] = [];
  /** Of the last message what may be seen of it: the sender, its text and how many lines that has. */
  private from = "";
  private text: ReadonlyUint8Array = NO_TEXT;
  private lineCount = 0;
  private since: Millis = 0;
  /** What is not ASCII yet. */
  private newFrom = "";
  private newText = "";
  private count = 0;
  private lookedAt: Millis = 0;
  /** Whether there is something to look at, or to draw, before the next look is due. */
  private isUrgent = false;

  /** @param privacy display_privacy of the settings: "brief", "always", "hidden" */
  constructor(
    private readonly display: Display,
    private readonly privacy: string,
  ) {}

  received(from: string, text: string, now: Millis): void {
    this.count += 1;
    this.since = now;
    if (this.privacy === "hidden") return;
    this.newFrom = from.slice(0, SENDER_CHARACTERS_MAX);
    this.newText = text.slice(0, TEXT_CHARACTERS_MAX);
    this.lookedAt = 0;
    this.isUrgent = true;
  }

  /** To be called when nothing is going on: domain/anew.ts. */
  settle(): void {
    this.from = anew(this.from);
  }

  /** Whether draw() is wanted. */
  isDue(now: Millis): boolean {
    return this.isUrgent || now - this.lookedAt >= LOOK_EVERY_MS;
  }

  /** Draws one row at most. */
  draw(glance: Glance, now: Millis): void {
    const { display } = this;
    if (now - this.lookedAt >= LOOK_EVERY_MS) {
      this.lookedAt = now;
      if (display.isThere(now)) {
        const age = Math.max(now - this.since, 0);
        this.look(age);
        this.lines = screenOf(glance, this.from, this.text, this.lineCount, age, this.count, display.rows());
      }
    }
    this.isUrgent = display.isThere(now) && display.show(this.lines);
  }

  /** What may be seen of the last message now. */
  private look(age: Millis): void {
    if (this.newText !== "") {
      this.from = linesOf(toAscii(this.newFrom), 0, 1).join();
      this.text = toAscii(this.newText);
      this.newFrom = "";
      this.newText = "";
      this.lineCount = linesOf(this.text, 0, LINES_MAX).length;
    } else if (this.privacy === "brief" && age >= TEXT_SHOWN_MS) {
      this.text = NO_TEXT;
      this.lineCount = 0;
    }
  }
}
