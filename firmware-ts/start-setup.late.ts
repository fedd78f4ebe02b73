// The composition root of setup mode: builds what turns its loop (app/setup-mode.late.ts), and has the page's part built
// (portal.ts). It runs when main.ts is forgotten already (setup-gate.ts).
import { unique_id } from "machine";
import { openSetup } from "./app/setup-mode.late.ts";
import { accessKey, accessPointName } from "./drivers/access-key.ts";
import { BoardMachine } from "./drivers/board-machine.ts";
import { FlashJournal } from "./drivers/flash-journal.ts";
import { BoardCode } from "./drivers/late-code.ts";
import { UsbConsole } from "./drivers/usb-console.ts";
import { openPortal } from "./portal.ts";
import type { Eraser } from "./ports/eraser.ts";
import type { SetupFacts } from "./setup-facts.ts";

/** Where the radio may be used, until somebody has said: settings/schema.ts has the same. */
const REGION = "GB";

/** The setup mode, or a factory reset that goes on. */
export function startSetup(facts: SetupFacts, eraser: Eraser | null): { turn(): void } {
  const { board, build, clock, contact, display, isFirst, light, problems, supervisor } = facts;
  const isKeyTold = !display.isThere(clock.now());
  return openSetup({
    build,
    board,
    problems,
    isFirst,
    isSizeSet: facts.displayHeight !== "",
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
    portal: eraser === null ? openPortal(facts, facts.country === "" ? REGION : facts.country) : null,
    eraser,
  });
}
