// Keeps the display up to date: drawing takes 24 ms in which nothing else happens, so it is done only on a change, not
// often, and never while the modem answers.

import type { Millis } from "../domain/millis.ts";
import {
  type Connections,
  isTextShown,
  messageScreen,
  type ShownMessage,
  settingsScreen,
  statusScreen,
} from "../domain/screens/screens.ts";
import type { Display } from "../ports/display.ts";

const DRAW_EVERY_MS = 500;
const LOOK_EVERY_MS = 100;
/** An absent display may come back: what it should show is offered again. */
const RETRY_EVERY_MS = 30000;

export class Screen {
  /** Stands for all that is shown: equal if and only if the display would look the same. */
  private shownKey = "";
  private message: ShownMessage | null = null;
  private count = 0;
  private drawnAt: Millis = 0;
  private lookedAt: Millis = 0;
  private isWanted = false;
  private isShown = false;

  constructor(private readonly display: Display) {}

  received(from: string, text: string, now: Millis): void {
    this.message = { from, text, since: now };
    this.count += 1;
  }

  /** Shows at once what is wrong with the settings. @returns whether there is a display */
  showProblems(problems: readonly string[], now: Millis): boolean {
    return this.display.show(settingsScreen(problems, this.display.rows()), now);
  }

  /** Whether it is time to ask again whether anything has changed. */
  isLookDue(now: Millis): boolean {
    return this.isWanted || now - this.lookedAt >= LOOK_EVERY_MS;
  }

  /** Whether draw() is wanted. */
  wantsToDraw(connections: Connections, now: Millis): boolean {
    this.lookedAt = now;
    this.isWanted = this.hasChanged(connections, now);
    return this.isWanted;
  }

  private hasChanged(connections: Connections, now: Millis): boolean {
    const age = now - this.drawnAt;
    return (
      age >= DRAW_EVERY_MS &&
      ((!this.isShown && age >= RETRY_EVERY_MS) || this.keyOf(connections, now) !== this.shownKey)
    );
  }

  draw(connections: Connections, now: Millis): void {
    const rows = this.display.rows();
    const { message, count } = this;
    this.drawnAt = now;
    this.isWanted = false;
    this.shownKey = this.keyOf(connections, now);
    const lines =
      message === null ? statusScreen(connections, count, rows) : messageScreen(message, connections, count, rows, now);
    this.isShown = this.display.show(lines, now);
  }

  private keyOf(connections: Connections, now: Millis): string {
    const { message, count } = this;
    const hasText = message !== null && isTextShown(message, now);
    return `${connections.wifi} ${connections.broker} ${connections.modem} ${count} ${hasText ? "text" : ""}`;
  }
}
