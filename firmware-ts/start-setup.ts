// The composition root of setup mode: builds what turns its loop (app/setup-mode.late.ts), and has the page's part built
// (portal.late.ts). Like main.ts it is needed at the start alone.
import { unique_id } from "machine";
import { openSetup } from "./app/setup-mode.late.ts";
import type { Portal } from "./app/setup-portal.ts";
import type { SignalLight } from "./app/signal-light.ts";
import type { Supervisor } from "./app/supervisor.ts";
import { type GivenSettings, textIn } from "./domain/settings/given.ts";
import { accessKey, accessPointName } from "./drivers/access-key.ts";
import { BoardMachine } from "./drivers/board-machine.ts";
import type { Ssd1306 } from "./drivers/display/ssd1306.ts";
import { FlashJournal } from "./drivers/flash-journal.ts";
import { BoardCode } from "./drivers/late-code.ts";
import { recalledRecords } from "./drivers/recalled-journal.ts";
import { UsbConsole } from "./drivers/usb-console.ts";
import type { HardwareWatchdog } from "./drivers/watchdog.ts";
import { openPortal } from "./portal.late.ts";
import type { Clock } from "./ports/clock.ts";
import type { Contact } from "./ports/contact.ts";
import type { Eraser } from "./ports/eraser.ts";
import type { SerialPort } from "./ports/serial-port.ts";

/** Where the radio may be used, until somebody has said: settings/schema.ts has the same. */
const REGION = "GB";

/**
 * The setup mode, or a factory reset that goes on.
 * @param problems of the settings, a sentence each
 * @param isFirst there are no settings
 * @param isConfigured they are usable
 * @param shown of drivers/settings-store.late.ts
 */
export function startSetup(
  build: string,
  built: int<0, 2000000000>,
  board: string,
  given: GivenSettings,
  problems: readonly string[],
  isFirst: boolean,
  isConfigured: boolean,
  shown: string,
  port: SerialPort,
  clock: Clock,
  watchdog: HardwareWatchdog,
  supervisor: Supervisor,
  display: Ssd1306,
  light: SignalLight,
  contact: Contact,
  timer: int<-1, 1>,
  eraser: Eraser | null,
): { turn(): void } {
  const isKeyTold = !display.isThere(clock.now());
  const portal =
    eraser === null
      ? portalOf(
          build,
          built,
          board,
          given,
          shown,
          isConfigured,
          port,
          clock,
          watchdog,
          supervisor,
          display,
          light,
          timer,
        )
      : null;
  return openSetup({
    build,
    board,
    problems,
    isFirst,
    isSizeSet: textIn(given, "display_height") !== "",
    ssid: accessPointName(unique_id()),
    // What is to be erased is not made anew.
    key: eraser === null ? accessKey(isKeyTold) : "",
    isKeyTold,
    clock,
    supervisor,
    display,
    light,
    machine: new BoardMachine(),
    journal: new FlashJournal(),
    console: new UsbConsole(),
    consoleCode: new BoardCode("console"),
    contact,
    portal,
    eraser,
  });
}

/** What serves the page. */
function portalOf(
  build: string,
  built: int<0, 2000000000>,
  board: string,
  given: GivenSettings,
  shown: string,
  isConfigured: boolean,
  port: SerialPort,
  clock: Clock,
  watchdog: HardwareWatchdog,
  supervisor: Supervisor,
  display: Ssd1306,
  light: SignalLight,
  timer: int<-1, 1>,
): Portal {
  const country = textIn(given, "wifi_country");
  return openPortal(
    build,
    built,
    board,
    isConfigured,
    shown,
    country === "" ? REGION : country,
    textIn(given, "modem_baud"),
    textIn(given, "sim_pin"),
    recalledRecords(),
    port,
    clock,
    watchdog,
    supervisor,
    display,
    light,
    timer,
  );
}
