// Without usable settings: says what is wrong, and waits. The modem is left alone: nothing on the SIM is touched.
import type { Clock } from "../ports/clock.ts";
import type { Console } from "../ports/console.ts";
import { Commands } from "./commands.ts";
import type { Screen } from "./screen.ts";
import type { Supervisor } from "./supervisor.ts";

const SLEEP_MS = 50;
/** Until there is a display to show it. */
const SHOW_EVERY_MS = 1000;

export class SettingsAlarm {
  private shownAt = 0;
  private isShown = false;
  private readonly commands: Commands;

  /** @param problems a sentence each */
  constructor(
    private readonly problems: readonly string[],
    private readonly clock: Clock,
    private readonly supervisor: Supervisor,
    private readonly screen: Screen,
    console: Console,
  ) {
    this.commands = new Commands(console, () => JSON.stringify({ problems }));
  }

  /** One turn of the loop. */
  turn(): void {
    this.supervisor.beginTurn();
    this.commands.poll();
    const now = this.clock.now();
    if (!this.isShown && now - this.shownAt >= SHOW_EVERY_MS) {
      this.shownAt = now;
      this.isShown = this.screen.showProblems(this.problems, now);
    }
    this.clock.sleep(SLEEP_MS);
  }
}
