// What the setup mode is made of: start-up code builds it, setup-mode.late.ts works with it.
import type { Clock } from "../ports/clock.ts";
import type { Console } from "../ports/console.ts";
import type { Contact } from "../ports/contact.ts";
import type { PictureDisplay } from "../ports/display.ts";
import type { Eraser } from "../ports/eraser.ts";
import type { Journal } from "../ports/journal.ts";
import type { LateCode } from "../ports/late-code.ts";
import type { Machine } from "../ports/machine.ts";
import type { Portal } from "./setup-portal.ts";
import type { SignalLight } from "./signal-light.ts";
import type { Supervisor } from "./supervisor.ts";

export interface SetupParts {
  /** Of what runs here, as the build names it. */
  readonly build: string;
  /** The board that it is for. */
  readonly board: string;
  /** What is wrong with the settings, a sentence each. */
  readonly problems: readonly string[];
  /** There are no settings: nothing to go back to, so the setup mode ends by their being saved alone. */
  readonly isFirst: boolean;
  /** Whether the settings say how high the display is. */
  readonly isSizeSet: boolean;
  /** Name and key of the board's own Wi-Fi. */
  readonly ssid: string;
  readonly key: string;
  /** There is no display: who asks at the console is told the key. */
  readonly isKeyTold: boolean;
  readonly clock: Clock;
  readonly supervisor: Supervisor;
  readonly display: PictureDisplay;
  readonly light: SignalLight;
  readonly machine: Machine;
  readonly journal: Journal;
  readonly console: Console;
  readonly consoleCode: LateCode;
  readonly contact: Contact;
  /** What serves the page; null: there is none. */
  readonly portal: Portal | null;
  /** A factory reset that was begun: then there is nothing else to do. null: none. */
  readonly eraser: Eraser | null;
}
