// What setup mode is told by the start: what of the settings it needs, and what the start has built already.
import type { SignalLight } from "./app/signal-light.ts";
import type { Supervisor } from "./app/supervisor.ts";
import type { Ssd1306 } from "./drivers/display/ssd1306.ts";
import type { HardwareWatchdog } from "./drivers/watchdog.ts";
import type { Clock } from "./ports/clock.ts";
import type { Contact } from "./ports/contact.ts";
import type { SerialPort } from "./ports/serial-port.ts";

export interface SetupFacts {
  /** Id of the build, when that was, in seconds since the beginning of 2000, and the board that it is for. */
  readonly build: string;
  readonly built: int<0, 2000000000>;
  readonly board: string;
  /** What is wrong with the settings, a sentence each. */
  readonly problems: readonly string[];
  /** There are no settings. */
  readonly isFirst: boolean;
  /** They are usable. */
  readonly isConfigured: boolean;
  /** Of drivers/settings-store.late.ts: the settings that hold, and what is wrong with them, as JSON. */
  readonly shown: string;
  /** Settings of these names; "" for one that nobody has made. */
  readonly country: string;
  readonly baud: string;
  readonly simPin: string;
  readonly displayHeight: string;
  /** Of the journal. */
  readonly records: readonly string[];
  readonly port: SerialPort;
  readonly clock: Clock;
  readonly watchdog: HardwareWatchdog;
  readonly supervisor: Supervisor;
  readonly display: Ssd1306;
  readonly light: SignalLight;
  readonly contact: Contact;
  /** Number of a timer. */
  readonly timer: int<-1, 1>;
}
