// The loop of setup mode, as plain as it can be: the portal, the console, the watchdog.
import { type Answers, logOf } from "../domain/console-answers.late.ts";
import { SetupView } from "../domain/screens/setup-view.ts";
import type { Clock } from "../ports/clock.ts";
import type { Console } from "../ports/console.ts";
import type { LateCode } from "../ports/late-code.ts";
import type { Machine } from "../ports/machine.ts";
import { Commands } from "./commands.ts";
import type { Portal } from "./setup-portal.ts";
import type { Supervisor } from "./supervisor.ts";

const SLEEP_MS = 5;
const IDLE_MS = 600000;

export class PlainSetup implements Answers {
  private readonly commands: Commands;
  private readonly view = new SetupView();

  constructor(
    private readonly build: string,
    private readonly board: string,
    private readonly isConfigured: boolean,
    ssid: string,
    key: string,
    private readonly portal: Portal,
    private readonly clock: Clock,
    private readonly supervisor: Supervisor,
    private readonly machine: Machine,
    console: Console,
    consoleCode: LateCode,
  ) {
    this.view.ssid = ssid;
    this.view.key = key;
    this.commands = new Commands(console, this, consoleCode);
  }

  turn(): void {
    const { clock, portal } = this;
    this.supervisor.beginTurn();
    this.commands.poll();
    portal.poll(clock.now(), this.view);
    const isIdle = this.isConfigured && clock.now() - portal.usedAt() >= IDLE_MS;
    if (portal.ending() !== "" || isIdle) {
      portal.stop();
      this.machine.restart(0, this.build, clock.now());
    }
    clock.sleep(SLEEP_MS);
  }

  diagnose(): string {
    return `{"build":"${this.build}","board":"${this.board}","setup":true}`;
  }

  settings(): string {
    return this.machine.settings();
  }

  log(): string {
    return logOf([]);
  }
}
