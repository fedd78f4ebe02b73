// Without usable settings: says what is wrong, and waits. The modem is left alone: nothing on the SIM is touched.
import type { Clock } from "../ports/clock.ts";
import type { Console } from "../ports/console.ts";
import { type Answers, Commands } from "./commands.ts";
import type { Screen } from "./screen.ts";
import type { Supervisor } from "./supervisor.ts";

const SLEEP_MS = 50;
/** Until there is a display to show it. */
const SHOW_EVERY_MS = 1000;

export class SettingsAlarm implements Answers {
  private shownAt = 0;
  private isShown = false;
  private readonly commands: Commands;

  /**
   * @param build of what runs here, as the build names it
   * @param board the board that it is for
   * @param shownSettings JSON
   * @param problems a sentence each
   */
  constructor(
    private readonly build: string,
    private readonly board: string,
    private readonly shownSettings: string,
    private readonly problems: readonly string[],
    private readonly clock: Clock,
    private readonly supervisor: Supervisor,
    private readonly screen: Screen,
    console: Console,
  ) {
    this.commands = new Commands(console, this);
  }

  diagnose(): string {
    return JSON.stringify({ build: this.build, board: this.board, problems: this.problems });
  }

  settings(): string {
    return this.shownSettings;
  }

  log(): string {
    return JSON.stringify({ log: this.problems.map((problem) => `E 0 ${problem}`) });
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
