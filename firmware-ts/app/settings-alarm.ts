// Without usable settings: says what is wrong, and waits. The modem is left alone: nothing on the SIM is touched. A gateway
// that has its settings forgets this file (runtime-py/starting.py). The mode switch leads to the setup mode, as from the gateway.
import { type Answers, listOf, logOf } from "../domain/console-answers.late.ts";
import type { Millis } from "../domain/millis.ts";
import { ModeSwitch } from "../domain/mode-switch.ts";
import { FAST } from "../domain/screens/glance.ts";
import { settingsScreen } from "../domain/screens/settings-screen.ts";
import type { Clock } from "../ports/clock.ts";
import type { Console } from "../ports/console.ts";
import { CLOSED, type Contact } from "../ports/contact.ts";
import type { Display } from "../ports/display.ts";
import type { LateCode } from "../ports/late-code.ts";
import type { Machine } from "../ports/machine.ts";
import { Commands } from "./commands.ts";
import type { SignalLight } from "./signal-light.ts";
import type { Supervisor } from "./supervisor.ts";

const SLEEP_MS = 20;
const LOOK_EVERY_MS = 500;
/** While the display's size is not set, each of the two is tried for so long: a whole number of pages is not needed. */
const SIZE_SHOWN_MS = 4000;

export class SettingsAlarm implements Answers {
  private lines: readonly string[] = [];
  private lookedAt: Millis = 0;
  private readonly commands: Commands;
  private readonly modeSwitch = new ModeSwitch(true);

  /**
   * @param build of what runs here, as the build names it
   * @param board the board that it is for
   * @param problems a sentence each
   * @param isSizeSet whether the settings say how high the display is
   */
  constructor(
    private readonly build: string,
    private readonly board: string,
    private readonly problems: readonly string[],
    private readonly isSizeSet: boolean,
    private readonly clock: Clock,
    private readonly supervisor: Supervisor,
    private readonly display: Display,
    private readonly light: SignalLight,
    private readonly machine: Machine,
    private readonly contact: Contact,
    console: Console,
    consoleCode: LateCode,
  ) {
    this.commands = new Commands(console, this, consoleCode);
    this.light.blinks = FAST;
  }

  diagnose(): string {
    return `{"build":"${this.build}","board":"${this.board}","problems":${listOf(this.problems)}}`;
  }

  settings(): string {
    return this.machine.settings();
  }

  log(): string {
    return logOf(this.problems.map((problem) => `E 0 ${problem}`));
  }

  /** One turn of the loop. */
  turn(): void {
    this.supervisor.beginTurn();
    this.commands.poll();
    const now = this.clock.now();
    if (this.modeSwitch.poll(this.contact.value() === CLOSED, false, now)) this.machine.enter("setup");
    this.draw(now);
    this.light.poll(now);
    this.clock.sleep(SLEEP_MS);
  }

  private draw(now: Millis): void {
    const { display } = this;
    if (this.lines.length === 0 || now - this.lookedAt >= LOOK_EVERY_MS) {
      this.lookedAt = now;
      if (!this.isSizeSet) display.setRows(Math.trunc(now / SIZE_SHOWN_MS) % 2 === 0 ? 8 : 4);
      this.lines = settingsScreen(this.problems, display.rows(), now);
    }
    if (display.isThere(now)) display.show(this.lines);
  }
}
